import type { Database } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import type { IntegrationOption, IntegrationOptions } from '@/lib/contracts/integration';
import type { Context } from '@/lib/services/context';
import { readIntegration } from '@/lib/services/integrations/read';
import { permit } from '@/lib/services/permit';
import type { Connector } from './connector';
import { noteHealth } from './health';
import { noteFailure } from './note-failure';
import { openConnection } from './open';
import { AttemptFailed } from './outcome';
import { connectorOf } from './registry';

const FRESH_MILLISECONDS = 15 * 60_000;
/** Nobody waits for the same failure again and again. */
const FAILED_MILLISECONDS = 30_000;
const MOST = 2_000;

/** Beside the integration: what was read last, and what went wrong since. */
type Kept = {
  items?: IntegrationOption[];
  readAt?: string;
  failedAt?: string;
  error?: string;
  detail?: string | null;
};

/**
 * What an integration offers to choose from. Kept for a quarter of an hour; a failure is told beside what was read last.
 * With `anew` it is read from the other side at once. @throws AppError `forbidden`, `not_found`
 */
export async function readOptions(
  { db, actor }: Context,
  keyOrId: string,
  { anew = false, now = new Date() } = {},
): Promise<IntegrationOptions> {
  permit(actor, anew ? 'rules.write' : 'settings.read');
  const { id, kind, version } = await readIntegration(db, actor.accountId, keyOrId);
  const connector = connectorOf(kind);
  if (!connector?.offers) throw notFound('integration_options', keyOrId);
  const named = { accountId: actor.accountId, integrationId: id };
  const kept = await readKept(db, named);
  if (!anew && isFresh(kept, now)) return present(kept);
  const read = await attempt(db, { ...named, kind, now }, connector, kept);
  // What another one of its settings offers is nobody's business any more.
  await db.query(
    `update integrations set state = state || jsonb_build_object('offered', $4::text::jsonb)
      where account_id = $1 and id = $2 and version = $3`,
    [actor.accountId, id, version, JSON.stringify(read)],
  );
  return present(read);
}

async function readKept(db: Database, { accountId, integrationId }: { accountId: string; integrationId: string }) {
  const [row] = await db.query<{ kept: Kept | null }>(
    `select state -> 'offered' as kept from integrations where account_id = $1 and id = $2`,
    [accountId, integrationId],
  );
  return row?.kept ?? {};
}

async function attempt(
  db: Database,
  named: { accountId: string; integrationId: string; kind: string; now: Date },
  connector: Connector,
  kept: Kept,
): Promise<Kept> {
  const { now } = named;
  try {
    const connection = await openConnection(db, named);
    try {
      const items = (await connector.offers?.(connection, now)) ?? [];
      await noteHealth(db, connection, { lastSuccessAt: now });
      return { items: items.slice(0, MOST), readAt: now.toISOString() };
    } catch (error) {
      throw await noteFailure(error, connection, now);
    }
  } catch (error) {
    if (!(error instanceof AttemptFailed)) throw error;
    return { ...kept, failedAt: now.toISOString(), error: error.message, detail: error.failure.detail ?? null };
  }
}

function isFresh({ readAt, failedAt }: Kept, now: Date): boolean {
  const within = (at: string | undefined, milliseconds: number) =>
    at !== undefined && now.getTime() - Date.parse(at) < milliseconds;
  return failedAt === undefined ? within(readAt, FRESH_MILLISECONDS) : within(failedAt, FAILED_MILLISECONDS);
}

function present({ items = [], readAt, error, detail }: Kept): IntegrationOptions {
  const expiresAt = readAt === undefined ? null : new Date(Date.parse(readAt) + FRESH_MILLISECONDS).toISOString();
  return { items, readAt: readAt ?? null, expiresAt, error: error ?? null, detail: detail ?? null };
}
