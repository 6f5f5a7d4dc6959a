import type { WorkspaceCounts } from '@/lib/contracts/workspace';
import type { Context } from '../context';
import { visible, visibleTo } from '../conversations/find';
import { permit } from '../permit';
import { isoOrNull } from '../search-pattern';
import { WAITING_SINCE } from './rows';
import { VIEWS } from './views';

/** Longer lists are not counted to their end. */
const MOST = 10_000;

type Answer = Omit<WorkspaceCounts, 'waitingSince' | 'groups' | 'unassigned' | 'open'> & {
  assigned: number;
  nobodys: number;
  groups: (WorkspaceCounts['groups'][number] & { since: string })[] | null;
};

const bounded = (condition: string) => `(select count(*)::int from (select 1 from conversations c
  where c.account_id = $1 and ${visible(2)} and ${condition} limit ${MOST}) x)`;
const MINE = VIEWS.mine.replace('$me', '$3::text');

/** How many stand in every view; each list that can be long is reached by an index of its own. */
const SQL = `select ${bounded(MINE)} as mine,
  ${bounded(`${MINE} and exists (select from messages m where m.account_id = c.account_id and m.conversation_id = c.id
    and m.author_kind = 'customer' and m.seq > coalesce((select r.seq from conversation_reads r
      where r.account_id = c.account_id and r.conversation_id = c.id and r.agent_id = $4::uuid), 0))`)} as unread,
  ${bounded("c.phase = 'assigned'")} as assigned,
  ${bounded("c.phase = 'assigned' and c.assignee_key is null")} as nobodys,
  ${bounded(VIEWS.ended)} as ended, ${bounded(VIEWS.suspended)} as suspended, ${bounded(VIEWS.queue)} as queue,
  (select jsonb_agg(jsonb_build_object('key', q.key, 'name', g.name, 'queue', q.size, 'since', q.since)
      order by g.name nulls last) from (
    select c.group_key as key, count(*)::int as size, min(${WAITING_SINCE}) as since from conversations c
    where c.account_id = $1 and ${visible(2)} and ${VIEWS.queue} group by 1) q
    left join groups g on g.account_id = $1 and g.key = q.key) as groups`;

/** Every count in one call, of what the actor may see. */
export async function countWorkspace({ db, actor }: Context): Promise<WorkspaceCounts> {
  permit(actor, 'conversations.read');
  const [answer] = await db.query<Answer>(SQL, [
    actor.accountId,
    visibleTo(actor),
    actor.agent?.key ?? '',
    actor.agent?.id ?? null,
  ]);
  if (!answer) throw new Error('A count answers one row');
  const { assigned, nobodys, groups, ...counts } = answer;
  const since = (groups ?? []).map((group) => new Date(group.since).getTime());
  return {
    ...counts,
    unassigned: Math.min(MOST, counts.queue + nobodys),
    open: Math.min(MOST, counts.queue + assigned),
    waitingSince: since.length > 0 ? isoOrNull(new Date(Math.min(...since))) : null,
    groups: (groups ?? []).map(({ key, name, queue }) => ({ key, name, queue })),
  };
}
