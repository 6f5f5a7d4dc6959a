import type { Queries } from '@/db/client';
import type { Language, Role } from '@/lib/contracts/value';
import type { Actor } from './actor';
import type { SessionToken } from './session-token';

type UserRow = {
  name: string;
  role: Role;
  maySuspend: boolean;
  locale: Language | null;
  timeZone: string | null;
  agentId: string | null;
  agentKey: string | null;
  groups: string[];
};

/** The user behind a session; undefined when deactivated, or when the session is of an older version. */
export async function loadUserActor(db: Queries, session: SessionToken): Promise<Actor | undefined> {
  const [row] = await db.query<UserRow>(
    `select u.name, u.role, u.may_suspend as "maySuspend", u.locale, u.time_zone as "timeZone",
            a.id as "agentId", a.key as "agentKey",
            coalesce((select json_agg(g.key order by g.key) from agent_groups ag
              join groups g on g.account_id = ag.account_id and g.id = ag.group_id
              where ag.account_id = a.account_id and ag.agent_id = a.id), '[]'::json) as groups
       from users u left join agents a on a.account_id = u.account_id and a.user_id = u.id
      where u.account_id = $1 and u.id = $2 and u.active and u.session_version = $3`,
    [session.accountId, session.userId, session.sessionVersion],
  );
  if (!row) return undefined;
  return {
    accountId: session.accountId,
    kind: 'user',
    id: session.userId,
    name: row.name,
    role: row.role,
    groups: row.groups,
    agent: row.agentId && row.agentKey ? { id: row.agentId, key: row.agentKey } : null,
    maySuspend: row.maySuspend,
    language: row.locale,
    timeZone: row.timeZone,
  };
}
