import type { Queries } from '@/db/client';
import type { Colleagues } from '@/lib/contracts/workspace';
import { EFFECTIVE_STATUS, LOAD } from '../agents/effective-status';
import type { Context } from '../context';
import { permit } from '../permit';
import { isoOrNull } from '../search-pattern';

const MOST = 1_000;

type Row = Omit<Colleagues['items'][number], 'statusSince'> & { statusSince: Date | null };

/** Every active agent with status and load; whoever is available comes first. */
export async function listColleagues({ db, actor }: Context): Promise<Colleagues> {
  permit(actor, 'organisation.read');
  const rows = await db.query<Row>(
    `select a.key, a.name, a.avatar, ${EFFECTIVE_STATUS} as status, a.status_since as "statusSince", a.capacity, ${LOAD} as load,
        coalesce(a.id = $2::uuid, false) as me,
        coalesce((select jsonb_agg(g.key order by g.key) from agent_groups ag
          join groups g on g.account_id = ag.account_id and g.id = ag.group_id
          where ag.account_id = a.account_id and ag.agent_id = a.id), '[]') as groups
      from agents a where a.account_id = $1 and a.active
      order by array_position(array['online', 'away', 'invisible'], ${EFFECTIVE_STATUS}), lower(a.name), a.id limit ${MOST}`,
    [actor.accountId, actor.agent?.id ?? null],
  );
  return { items: rows.map((row) => ({ ...row, statusSince: isoOrNull(row.statusSince) })) };
}

/** Changes whenever somebody's status, load or capacity counts for something else than before. */
export async function readColleaguesStamp(db: Queries, accountId: string): Promise<string> {
  const [row] = await db.query<{ stamp: string | null }>(
    `select md5(string_agg(concat_ws(' ', a.key, ${EFFECTIVE_STATUS}, ${LOAD}, a.capacity), ',' order by a.key)) as stamp
      from agents a where a.account_id = $1 and a.active`,
    [accountId],
  );
  return row?.stamp ?? '';
}
