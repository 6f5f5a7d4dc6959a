import { invalid } from '@/lib/contracts/app-error';
import type { Context } from '@/lib/services/context';
import type { IngestOptions } from '../ingest/ingest';
import { actingAgent } from './acting-agent';
import { onConversation } from './command';

/** Takes a waiting conversation. Of two at once one wins. @throws AppError `conflict` for the other, saying who has it */
export function acceptConversation(
  context: Context,
  id: string,
  input: { agent?: string } = {},
  options: IngestOptions = {},
) {
  const agent = actingAgent(context.actor, input.agent);
  return onConversation(context, id, { verb: 'accept', agent }, options);
}

/**
 * Gives a conversation to an agent, to oneself without a name, without the queue: no trigger fires.
 * @throws AppError `conflict` when it has ended or the customer is suspended, `invalid` for an agent who is not there
 */
export async function assignConversation(
  context: Context,
  id: string,
  input: { agent?: string } = {},
  options: IngestOptions = {},
): Promise<{ id: string }> {
  const { db, actor } = context;
  const named = input.agent ?? actor.agent?.key;
  if (named === undefined) throw invalid('agent', 'required');
  const [agent] = await db.query<{ key: string }>(
    'select key from agents where account_id = $1 and active and (key = $2 or id::text = $2)',
    [actor.accountId, named],
  );
  if (!agent) throw invalid('agent', 'unknown_agent', { key: named });
  return onConversation(context, id, { verb: 'assign', agent: agent.key }, options);
}
