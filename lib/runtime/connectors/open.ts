import type { Database } from '@/db/client';
import { decrypt } from '@/lib/auth/encryption';
import type { Connection } from './connector';
import { Permanent, Postponed } from './outcome';

type Row = {
  id: string;
  settings: Record<string, unknown>;
  secret: string | null;
  state: { pausedUntil?: string };
};

/**
 * Opens an active integration of a kind: the one named, else the oldest.
 * @throws Permanent `not_connected`, `secret_unreadable`; Postponed while the other side has asked for a pause
 */
export async function openConnection(
  database: Database,
  {
    accountId,
    kind,
    integrationId,
    now,
  }: { accountId: string; kind: string; integrationId?: string | null; now: Date },
): Promise<Connection> {
  const [row] = await database.query<Row>(
    `select id, settings - 'secrets' as settings, secret_encrypted as secret, state from integrations
      where account_id = $1 and kind = $2 and active and ($3::uuid is null or id = $3) order by created_at, id limit 1`,
    [accountId, kind, integrationId ?? null],
  );
  if (!row) throw new Permanent('not_connected');
  const paused = row.state.pausedUntil === undefined ? null : new Date(row.state.pausedUntil);
  if (paused && paused > now) throw new Postponed(paused, 'paused');
  return {
    ...{ database, accountId, kind },
    integrationId: row.id,
    settings: row.settings,
    secrets: openSecrets(row.secret),
    allowPrivate: mayBePrivate(),
  };
}

/** @throws Permanent `secret_unreadable` when SIGNALBOX_SECRET is another one now */
export function openSecrets(sealed: string | null): Record<string, string> {
  if (sealed === null) return {};
  try {
    return JSON.parse(decrypt(sealed));
  } catch {
    throw new Permanent('secret_unreadable');
  }
}

export function mayBePrivate(): boolean {
  return process.env.SIGNALBOX_ALLOW_PRIVATE_ADDRESSES === '1';
}

/** Takes the secrets out of a text of the other side, and shortens it. */
export function withoutSecrets(text: string, secrets: Readonly<Record<string, string>>): string {
  return Object.values(secrets)
    .filter((secret) => secret.length > 3)
    .reduce((cleaned, secret) => cleaned.replaceAll(secret, '•••'), text)
    .slice(0, 500);
}
