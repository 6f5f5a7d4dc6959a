import type { Queries } from '@/db/client';
import { AppError, notFound } from '@/lib/contracts/app-error';
import type { Slice } from '@/lib/contracts/list';
import type { Delivery, DeliveryQuery } from '@/lib/contracts/webhook';
import { record } from '../changes/record';
import type { Context } from '../context';
import { readCursor, writeCursor } from '../cursor';
import { permit } from '../permit';
import { iso, isoOrNull } from '../search-pattern';
import { readWebhook } from './read';

type Row = Omit<Delivery, 'nextAt' | 'createdAt' | 'doneAt'> & {
  nextAt: Date | null;
  createdAt: Date;
  doneAt: Date | null;
};

const columns = `idempotency_key as id, kind, state, attempt, payload, last_error as "lastError", response,
  case when state in ('ready', 'leased') then next_at end as "nextAt", created_at as "createdAt", done_at as "doneAt"`;

/** Newest first. @throws AppError `forbidden`, `not_found` */
export async function listDeliveries(
  { db, actor }: Context,
  id: string,
  query: DeliveryQuery,
): Promise<Slice<Delivery>> {
  permit(actor, 'webhooks.manage');
  const webhook = await readWebhook(db, actor.accountId, id);
  const [at, key] = readCursor(query.cursor, 2) ?? [null, null];
  const rows = await db.query<Row>(
    `select ${columns} from deliveries where account_id = $1 and webhook_id = $2 and ($3::text is null or state = $3)
      and ($4::timestamptz is null or (created_at, idempotency_key) < ($4::timestamptz, $5))
      order by created_at desc, idempotency_key desc limit $6`,
    [actor.accountId, webhook.id, query.state ?? null, at, key, query.limit + 1],
  );
  const items = rows.slice(0, query.limit).map(present);
  const last = items.at(-1);
  return { items, next: rows.length > query.limit && last ? writeCursor([last.createdAt, last.id]) : null };
}

/** Sends a failed one again, under the same id. @throws AppError `forbidden`, `not_found`, `conflict` */
export async function retryDelivery({ db, actor }: Context, id: string, deliveryId: string): Promise<Delivery> {
  permit(actor, 'webhooks.manage');
  return db.transaction(async (tx) => {
    const webhook = await readWebhook(tx, actor.accountId, id);
    const before = await readDelivery(tx, actor.accountId, webhook.id, deliveryId);
    if (before.state !== 'failed' && before.state !== 'cancelled')
      throw new AppError('conflict', { reason: 'not_failed', state: before.state });
    await tx.query(
      `update deliveries set state = 'ready', attempt = 0, next_at = now(), lease_until = null, done_at = null
        where account_id = $1 and idempotency_key = $2`,
      [actor.accountId, deliveryId],
    );
    await record(tx, actor, { kind: 'delivery', id: deliveryId, name: webhook.name, verb: 'retried' });
    return readDelivery(tx, actor.accountId, webhook.id, deliveryId);
  });
}

async function readDelivery(tx: Queries, accountId: string, webhookId: string, id: string): Promise<Delivery> {
  const [row] = await tx.query<Row>(
    `select ${columns} from deliveries where account_id = $1 and webhook_id = $2 and idempotency_key = $3`,
    [accountId, webhookId, id],
  );
  if (!row) throw notFound('delivery', id);
  return present(row);
}

function present(row: Row): Delivery {
  const times = { nextAt: isoOrNull(row.nextAt), createdAt: iso(row.createdAt), doneAt: isoOrNull(row.doneAt) };
  return { ...row, ...times };
}
