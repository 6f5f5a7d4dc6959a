import type { Queries } from '@/db/client';
import { range } from '@/lib/contracts/list';
import type { ProactiveQuery, ProactiveSummary } from '@/lib/contracts/proactive';
import { fold } from '@/lib/engine/fold';
import { LIMITS } from '@/lib/engine/limits';
import { type ProactiveText, textOfMessage } from '@/lib/engine/proactive/message';
import type { Context } from '../context';
import { permit } from '../permit';
import { READ } from '../rules/family';
import type { RuleRow } from '../rules/rule-row';
import { iso, searchPattern } from '../search-pattern';
import { statusOf } from './family';
import { countsOf, NOTHING } from './results';

type Counts = Record<'all' | 'draft' | 'live' | 'paused', number>;

const STATUS: Record<keyof Counts, string> = {
  all: 'true',
  draft: 'r.draft and not r.active',
  live: 'r.active and r.broken is null',
  paused: '(not r.draft and not r.active) or (r.active and r.broken is not null)',
};

const SORTS = {
  priority: { column: 'r.position', usual: 'asc' },
  name: { column: 'lower(r.name)', usual: 'asc' },
  changed: { column: 'r.updated_at', usual: 'desc' },
  shown: {
    column: `(select count(*) from proactive_interactions i where i.account_id = r.account_id and i.rule_id = r.id
      and i.kind = 'impression' and i.at > now() - interval '28 days')`,
    usual: 'desc',
  },
} as const;

type Row = Pick<RuleRow, 'id' | 'name' | 'active' | 'draft' | 'broken' | 'position' | 'version' | 'updatedAt'> & {
  brand: string;
  channel: string;
  message: ProactiveText;
  updatedBy: string | null;
};

export interface MessageList {
  items: ProactiveSummary[];
  total: number;
  counts: Counts;
  used: number;
  limit: number;
}

/** One page of the account's messages with what visitors did in the last 28 days. @throws AppError `forbidden` */
export async function listMessages({ db, actor }: Context, query: ProactiveQuery): Promise<MessageList> {
  permit(actor, READ);
  const { accountId } = actor;
  const found = `r.account_id = $1 and r.family = 'proactive' and r.deleted_at is null and ($2::text is null or r.search like $2)
    and ($3::text is null or r.body->>'brand' = $3) and ($4::text is null or r.body->>'channel' = $4)`;
  const search = query.search === undefined ? null : searchPattern(fold(query.search));
  const filters = [accountId, search, query.brand ?? null, query.channel ?? null];
  const { column, usual } = SORTS[query.sort ?? 'priority'];
  const { limit, offset } = range(query);
  const [[counts = { all: 0, draft: 0, live: 0, paused: 0 }], rows, used] = await Promise.all([
    db.query<Counts>(`select ${countColumns()} from rules r where ${found}`, filters),
    db.query<Row>(
      `select r.id, r.name, r.active, r.draft, r.broken, r.position, r.version, r.updated_at as "updatedAt", u.name as "updatedBy",
          r.body->>'brand' as brand, r.body->>'channel' as channel, r.body->'message' as message
        from rules r left join users u on u.account_id = r.account_id and u.id = r.updated_by
        where ${found} and ${STATUS[query.status ?? 'all']}
        order by ${column} ${query.order ?? usual}, r.position, r.id limit $5 offset $6`,
      [...filters, limit, offset],
    ),
    countAll(db, accountId),
  ]);
  const results = await countsOf(
    db,
    accountId,
    rows.map(({ id }) => id),
  );
  const items = rows.map(({ active, draft, position, updatedAt, message, ...row }) => ({
    ...row,
    status: statusOf({ active, draft, broken: row.broken }),
    priority: position,
    message: textOfMessage(message).text,
    updatedAt: iso(updatedAt),
    ...(results.get(row.id) ?? NOTHING),
  }));
  return { items, total: counts[query.status ?? 'all'], counts, used, limit: LIMITS.proactiveMessages };
}

function countColumns(): string {
  return Object.entries(STATUS)
    .map(([name, condition]) => `(count(*) filter (where ${condition}))::int as "${name}"`)
    .join(', ');
}

async function countAll(db: Queries, accountId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from rules where account_id = $1 and family = 'proactive' and deleted_at is null`,
    [accountId],
  );
  return row?.count ?? 0;
}
