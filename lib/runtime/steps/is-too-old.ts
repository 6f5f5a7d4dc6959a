import type { Session } from './session';

/** Older events change state and history, and run no rule. */
const OLDEST_MILLISECONDS = 24 * 60 * 60 * 1_000;

export function isTooOld({ now }: Pick<Session, 'now'>, occurredAt: Date): boolean {
  return now.getTime() - occurredAt.getTime() > OLDEST_MILLISECONDS;
}
