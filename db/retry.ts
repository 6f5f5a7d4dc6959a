import { setTimeout as sleep } from 'node:timers/promises';
import { isRetryable } from './database-error';

/**
 * Runs a whole transaction again after a deadlock (40P01), serialisation failure (40001) or lock
 * time-out (55P03): at most 10 attempts, with jitter. `fn` must start its transaction itself.
 */
export async function withRetry<T>(fn: (attempt: number) => Promise<T>, attempts = 10): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fn(attempt);
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error;
      await sleep(Math.random() * Math.min(500, 10 * 2 ** attempt));
    }
  }
}
