import type { Connection } from './connector';
import { noteHealth } from './health';
import { withoutSecrets } from './open';
import { AttemptFailed, PausedUntil, Postponed } from './outcome';

/** The failure without secrets, noted with the integration when the other side is the cause. */
export async function noteFailure(error: unknown, connection: Connection, now: Date): Promise<unknown> {
  if (!(error instanceof AttemptFailed) || error instanceof Postponed) return error;
  const detail = error.failure.detail && withoutSecrets(error.failure.detail, connection.secrets);
  await noteHealth(connection.database, connection, {
    lastErrorAt: now,
    lastError: error.message,
    lastDetail: detail ?? null,
    ...(error instanceof PausedUntil && { pausedUntil: error.at }),
  });
  return error.with({ detail });
}
