import type { WorkspaceMe } from '@/lib/contracts/workspace';
import { readAccount } from '../account/read';
import { EFFECTIVE_STATUS, LOAD } from '../agents/effective-status';
import type { Context } from '../context';
import { may, permit } from '../permit';
import { isoOrNull } from '../search-pattern';

type Row = Pick<WorkspaceMe, 'status' | 'chosen' | 'presence' | 'capacity' | 'load'> & {
  key: string;
  name: string;
  avatar: string | null;
  statusSince: Date | null;
  groups: WorkspaceMe['groups'] | null;
};

/** Who the actor is in the workspace. */
export async function getWorkspaceMe({ db, actor }: Context): Promise<WorkspaceMe> {
  permit(actor, 'conversations.read');
  const { settings } = await readAccount(db, actor.accountId);
  const rows = actor.agent
    ? await db.query<Row>(
        `select a.key, a.name, a.avatar, ${EFFECTIVE_STATUS} as status, a.status as chosen, a.presence,
            a.status_since as "statusSince", a.capacity, ${LOAD} as load,
            (select jsonb_agg(jsonb_build_object('key', g.key, 'name', g.name) order by g.name) from agent_groups ag
              join groups g on g.account_id = ag.account_id and g.id = ag.group_id
              where ag.account_id = a.account_id and ag.agent_id = a.id) as groups
          from agents a where a.account_id = $1 and a.id = $2`,
        [actor.accountId, actor.agent.id],
      )
    : [];
  const common = {
    automaticAcceptance: settings.automaticAcceptance,
    maySuspend: may(actor, 'customers.suspend'),
    seesAll: actor.role !== 'agent',
  };
  const [row] = rows;
  if (!row) return { ...NOBODY, capacity: settings.capacity, ...common };
  const { key, name, avatar, statusSince, groups, ...columns } = row;
  const agent = { key, name, avatar };
  return { agent, groups: groups ?? [], ...columns, statusSince: isoOrNull(statusSince), ...common };
}

const NOBODY = {
  agent: null,
  groups: [],
  status: 'invisible',
  chosen: 'invisible',
  presence: 'browser',
  statusSince: null,
  load: 0,
} as const satisfies Partial<WorkspaceMe>;
