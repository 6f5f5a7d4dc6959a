import type { Queries } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import { notFound } from '@/lib/contracts/app-error';
import type { CannedReply, CannedReplyQuery } from '@/lib/contracts/canned-reply';
import { type Page, range } from '@/lib/contracts/list';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { may, permit } from '../permit';
import { iso, searchPattern } from '../search-pattern';

type Row = Omit<CannedReply, 'mayChange' | 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const COLUMNS = `r.id, r.shortcut, r.title, r.text, r.shared, r.created_at as "createdAt", r.updated_at as "updatedAt",
  case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end as owner`;
const FROM = 'canned_replies r left join users o on o.account_id = r.account_id and o.id = r.created_by';
/** Shared ones and the actor's own, $2. */
const VISIBLE = '(r.shared or r.created_by = $2::uuid)';

const ORDERS = { shortcut: 'lower(r.shortcut)', title: 'lower(r.title)', changed: 'r.updated_at' } as const;

/** Own and shared ones; with a search the shortcuts that begin with it come first. */
export async function listCannedReplies({ db, actor }: Context, query: CannedReplyQuery): Promise<Page<CannedReply>> {
  permit(actor, 'replies.read');
  const { limit, offset } = range(query);
  const pattern = searchPattern(query.search);
  const where = `r.account_id = $1 and ${VISIBLE} and ($3::text is null or r.shortcut ilike $3 or r.title ilike $3 or r.text ilike $3)
    and ($4::text is null or r.shared = ($4 = 'shared'))`;
  const filters = [actor.accountId, userOf(actor), pattern, query.scope ?? null];
  const [count] = await db.query<{ total: number }>(
    `select count(*)::int as total from canned_replies r where ${where}`,
    filters,
  );
  const rows = await db.query<Row>(
    `select ${COLUMNS} from ${FROM} where ${where}
      order by ($5::text is not null and r.shortcut ilike $5) desc, ${ORDERS[query.sort ?? 'shortcut']} ${query.order ?? 'asc'}, r.id
      limit $6 offset $7`,
    [...filters, pattern?.slice(1) ?? null, limit, offset],
  );
  return { items: rows.map((row) => present(actor, row)), total: count?.total ?? 0 };
}

/** @throws AppError `not_found`, also for others' own ones */
export async function getCannedReply({ db, actor }: Context, id: string): Promise<CannedReply> {
  permit(actor, 'replies.read');
  return readCannedReply(db, actor, id);
}

/** @throws AppError `not_found` */
export async function readCannedReply(tx: Queries, actor: Actor, id: string): Promise<CannedReply> {
  const [row] = isUuid(id)
    ? await tx.query<Row>(`select ${COLUMNS} from ${FROM} where r.account_id = $1 and ${VISIBLE} and r.id = $3::uuid`, [
        actor.accountId,
        userOf(actor),
        id,
      ])
    : [];
  if (!row) throw notFound('canned_reply', id);
  return present(actor, row);
}

/** Whose own ones the actor's are: tokens have none. */
export function userOf(actor: Actor): string | null {
  return actor.kind === 'user' ? actor.id : null;
}

function present(actor: Actor, row: Row): CannedReply {
  const mayChange = row.shared ? may(actor, 'replies.share') : row.owner !== null && row.owner.id === userOf(actor);
  return { ...row, mayChange, createdAt: iso(row.createdAt), updatedAt: iso(row.updatedAt) };
}
