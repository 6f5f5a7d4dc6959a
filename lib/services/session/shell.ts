import { uuidV7At } from '@/db/uuid-v7';
import type { AgentStatus } from '@/lib/engine/state/fact-state';
import type { Context } from '../context';
import { visible, visibleTo } from '../conversations/find';

export type ShellFigures = {
  account: string;
  email: string;
  /** Of the agent that the user is; a browser that has been gone for a minute counts as invisible. */
  status: AgentStatus;
  /** Conversations that wait for an agent, of the actor's groups. */
  waiting: number;
  /** Firings that failed within a day, of the actor's groups. */
  failed: number;
};

/** What stands around every page. */
export async function shellFigures({ db, actor }: Context): Promise<ShellFigures> {
  const [row] = await db.query<ShellFigures>(
    `select a.name as account, coalesce(u.email, '') as email,
      coalesce(case when g.presence = 'browser' and g.seen_at < now() - interval '60 seconds' then 'invisible' else g.status end, 'invisible') as status,
      (select count(*)::int from conversations c where c.account_id = a.id and c.queue_state = 'queued' and c.phase in ('requesting', 'queued')
        and ${visible(3)}) as waiting,
      (select count(*)::int from firings f left join conversations c on c.account_id = f.account_id and c.id = f.conversation_id
        where f.account_id = a.id and f.state = 'failed' and f.id >= $4::uuid
        and ${visible(3)}) as failed
      from accounts a left join users u on u.account_id = a.id and u.id = $2::uuid
      left join agents g on g.account_id = a.id and g.user_id = u.id where a.id = $1`,
    [
      actor.accountId,
      actor.kind === 'user' ? actor.id : null,
      visibleTo(actor),
      uuidV7At(new Date(Date.now() - 86_400_000)),
    ],
  );
  if (!row) throw new Error('The actor has no account');
  return row;
}
