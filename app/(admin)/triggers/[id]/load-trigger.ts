import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireSession } from '@/lib/auth/current-actor';
import { AppError } from '@/lib/contracts/app-error';
import { firedLately } from '@/lib/services/rules/choices';
import { getTrigger } from '@/lib/services/triggers/verbs';

export interface TriggerPageProps {
  params: Promise<{ id: string }>;
}

/** The trigger of the address with its firings of seven days; read once per request. */
export const loadTrigger = cache(async (id: string) => {
  const context = await requireSession();
  try {
    const [trigger, fired] = await Promise.all([getTrigger(context, id), firedLately(context, id)]);
    return { context, trigger, fired };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
});
