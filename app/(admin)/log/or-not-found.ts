import { notFound } from 'next/navigation';
import { AppError } from '@/lib/contracts/app-error';

/** What a service does not find is a page that does not exist. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}
