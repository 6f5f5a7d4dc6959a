import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import { type Page, range } from '@/lib/contracts/list';
import { isUuid } from '@/lib/contracts/value';
import type { Webhook, WebhookQuery } from '@/lib/contracts/webhook';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso, searchPattern } from '../search-pattern';

type Row = Omit<Webhook, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const columns = `id, name, url, to_jsonb(events) as events, active, created_at as "createdAt", updated_at as "updatedAt"`;

export async function listWebhooks({ db, actor }: Context, query: WebhookQuery): Promise<Page<Webhook>> {
  permit(actor, 'webhooks.manage');
  const { limit, offset } = range(query);
  const where = 'account_id = $1 and ($2::text is null or name ilike $2 or url ilike $2)';
  const order = query.sort === 'changed' ? 'updated_at' : 'lower(name)';
  const filters = [actor.accountId, searchPattern(query.search)];
  const [count] = await db.query<{ total: number }>(
    `select count(*)::int as total from webhooks where ${where}`,
    filters,
  );
  const rows = await db.query<Row>(
    `select ${columns} from webhooks where ${where} order by ${order} ${query.order ?? 'asc'}, id limit $3 offset $4`,
    [...filters, limit, offset],
  );
  return { items: rows.map(present), total: count?.total ?? 0 };
}

export async function getWebhook({ db, actor }: Context, id: string): Promise<Webhook> {
  permit(actor, 'webhooks.manage');
  return readWebhook(db, actor.accountId, id);
}

/** @throws AppError `not_found` */
export async function readWebhook(tx: Queries, accountId: string, id: string): Promise<Webhook> {
  const [row] = isUuid(id)
    ? await tx.query<Row>(`select ${columns} from webhooks where account_id = $1 and id = $2::uuid`, [accountId, id])
    : [];
  if (!row) throw notFound('webhook', id);
  return present(row);
}

function present(row: Row): Webhook {
  return { ...row, createdAt: iso(row.createdAt), updatedAt: iso(row.updatedAt) };
}
