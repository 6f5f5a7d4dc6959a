import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireSession } from '@/lib/auth/current-actor';
import { AppError } from '@/lib/contracts/app-error';
import { firedLately } from '@/lib/services/rules/choices';
import { getWorkflow } from '@/lib/services/workflows/verbs';

export interface WorkflowPageProps {
  params: Promise<{ id: string }>;
}

/** The workflow of the address with its firings of seven days; read once per request. */
export const loadWorkflow = cache(async (id: string) => {
  const context = await requireSession();
  try {
    const [workflow, fired] = await Promise.all([getWorkflow(context, id), firedLately(context, id)]);
    return { context, workflow, fired };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
});
