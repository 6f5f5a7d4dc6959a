import type { Queries } from '@/db/client';
import type { Agent, AgentQuery } from '@/lib/contracts/agent';
import { notFound } from '@/lib/contracts/app-error';
import { type Page, range } from '@/lib/contracts/list';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso, isoOrNull, searchPattern } from '../search-pattern';
import { EFFECTIVE_STATUS } from './effective-status';

type Row = Omit<Agent, 'createdAt' | 'updatedAt' | 'statusSince'> & {
  createdAt: Date;
  updatedAt: Date;
  statusSince: Date | null;
};

const columns = `a.id, a.key, a.name, a.email, a.avatar, ${EFFECTIVE_STATUS} as status, a.status_since as "statusSince",
  a.capacity, a.schedule_key as schedule, a.user_id as user, a.active, a.created_at as "createdAt", a.updated_at as "updatedAt",
  coalesce((select jsonb_agg(g.key order by g.key) from agent_groups ag
    join groups g on g.account_id = ag.account_id and g.id = ag.group_id
    where ag.account_id = a.account_id and ag.agent_id = a.id), '[]'::jsonb) as groups`;

export async function listAgents({ db, actor }: Context, query: AgentQuery): Promise<Page<Agent>> {
  permit(actor, 'organisation.read');
  const { limit, offset } = range(query);
  const where = `a.account_id = $1 and ($2::text is null or a.name ilike $2 or a.key ilike $2 or a.email ilike $2)
    and ($3::text is null or ${EFFECTIVE_STATUS} = $3)
    and ($4::text is null or exists (select from agent_groups ag join groups g on g.account_id = ag.account_id and g.id = ag.group_id
      where ag.account_id = a.account_id and ag.agent_id = a.id and (g.key = $4 or g.id::text = $4)))`;
  const order = query.sort === 'changed' ? 'a.updated_at' : 'lower(a.name)';
  const filters = [actor.accountId, searchPattern(query.search), query.status ?? null, query.group ?? null];
  const [count] = await db.query<{ total: number }>(
    `select count(*)::int as total from agents a where ${where}`,
    filters,
  );
  const rows = await db.query<Row>(
    `select ${columns} from agents a where ${where} order by ${order} ${query.order ?? 'asc'}, a.id limit $5 offset $6`,
    [...filters, limit, offset],
  );
  return { items: rows.map(present), total: count?.total ?? 0 };
}

/** By key or uuid. */
export async function getAgent({ db, actor }: Context, keyOrId: string): Promise<Agent> {
  permit(actor, 'organisation.read');
  return readAgent(db, actor.accountId, keyOrId);
}

/** @throws AppError `not_found` */
export async function readAgent(tx: Queries, accountId: string, keyOrId: string): Promise<Agent> {
  const condition = isUuid(keyOrId) ? 'a.id = $2::uuid' : 'a.key = $2';
  const [row] = await tx.query<Row>(`select ${columns} from agents a where a.account_id = $1 and ${condition}`, [
    accountId,
    keyOrId,
  ]);
  if (!row) throw notFound('agent', keyOrId);
  return present(row);
}

function present(row: Row): Agent {
  const times = {
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    statusSince: isoOrNull(row.statusSince),
  };
  return { ...row, ...times };
}
