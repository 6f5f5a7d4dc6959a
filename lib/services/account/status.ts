import type { AccountStatus } from '@/lib/contracts/account-status';
import type { AgentStatus } from '@/lib/contracts/agent';
import { betterStatus } from '@/lib/engine/state/better-status';
import { EFFECTIVE_STATUS } from '../agents/effective-status';
import type { Context } from '../context';
import { permit } from '../permit';
import { USER_STATE } from '../team/read';

type Row = { key: string; name: string; status: AgentStatus; apart: boolean; groups: readonly string[] };

/** What rules see now, of the account and of every group. */
export async function readAccountStatus({ db, actor }: Context): Promise<AccountStatus> {
  permit(actor, 'organisation.read');
  const agents = await db.query<Row>(
    `select * from (select a.key, a.name, ${EFFECTIVE_STATUS} as status, ${USER_STATE} <> 'active' as apart,
        coalesce((select jsonb_agg(g.key) from agent_groups ag
          join groups g on g.account_id = ag.account_id and g.id = ag.group_id
          where ag.account_id = a.account_id and ag.agent_id = a.id), '[]'::jsonb) as groups
      from agents a left join users u on u.account_id = a.account_id and u.id = a.user_id where a.account_id = $1) here
      where status <> 'invisible' order by status desc, lower(name), key`,
    [actor.accountId],
  );
  const groups = await db.query<{ key: string }>('select key from groups where account_id = $1 order by key', [
    actor.accountId,
  ]);
  return {
    status: best(agents),
    online: agents.filter(({ status }) => status === 'online').length,
    away: agents.filter(({ status }) => status === 'away').length,
    apart: agents.flatMap(({ apart, key, name, status }) => (apart ? [{ key, name, status }] : [])),
    groups: groups.map(({ key }) => ({ key, status: best(agents.filter((agent) => agent.groups.includes(key))) })),
  };
}

function best(agents: readonly Row[]): AgentStatus {
  return agents.reduce<AgentStatus>((status, agent) => betterStatus(status, agent.status), 'invisible');
}
