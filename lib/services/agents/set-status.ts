import type * as z from 'zod';
import { type Agent, agentStatusInput } from '@/lib/contracts/agent';
import { parse } from '@/lib/contracts/issues';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { readAgent } from './read';

/**
 * Own status, or anybody's for admins and leads. Set in a browser session it holds as long as it is repeated within a
 * minute; set by a token it holds until changed. No change history: it changes all day.
 * @throws AppError `forbidden`, `not_found`, `invalid`
 */
export async function setAgentStatus(
  { db, actor }: Context,
  keyOrId: string,
  input: z.input<typeof agentStatusInput>,
): Promise<Agent> {
  const { status } = parse(agentStatusInput, input);
  return db.transaction(async (tx) => {
    const { id } = await requireByKey(tx, 'agents', actor.accountId, keyOrId);
    const own = actor.agent?.id === id;
    if (!own) permit(actor, 'rules.write');
    // Somebody else's browser says nothing about the agent's.
    const presence = actor.kind === 'user' && own ? 'browser' : 'api';
    await tx.query(
      `update agents set status_since = case when status = $3 then status_since else now() end,
         status = $3, presence = $4, seen_at = now() where account_id = $1 and id = $2`,
      [actor.accountId, id, status, presence],
    );
    return readAgent(tx, actor.accountId, id);
  });
}
