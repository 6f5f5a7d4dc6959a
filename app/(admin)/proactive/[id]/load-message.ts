import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireSession } from '@/lib/auth/current-actor';
import { AppError } from '@/lib/contracts/app-error';
import { getMessage } from '@/lib/services/proactive/verbs';

export interface MessagePageProps {
  params: Promise<{ id: string }>;
}

/** The message of the address; read once per request. */
export const loadMessage = cache(async (id: string) => {
  const context = await requireSession();
  try {
    return { context, message: await getMessage(context, id) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
});
