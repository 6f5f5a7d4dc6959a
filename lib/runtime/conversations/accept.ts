import type { Context } from '@/lib/services/context';
import type { IngestOptions } from '../ingest/ingest';
import { actingAgent } from './acting-agent';
import { onConversation } from './command';

/** Takes a waiting conversation. Of two at once one wins. @throws AppError `conflict` for the other */
export function acceptConversation(
  context: Context,
  id: string,
  input: { agent?: string } = {},
  options: IngestOptions = {},
) {
  const agent = actingAgent(context.actor, input.agent);
  return onConversation(context, id, { verb: 'accept', agent }, options);
}

/** Gives a conversation to an agent without the queue: no trigger fires. @throws AppError `conflict` when it has ended */
export function assignConversation(
  context: Context,
  id: string,
  input: { agent?: string } = {},
  options: IngestOptions = {},
) {
  const agent = actingAgent(context.actor, input.agent);
  return onConversation(context, id, { verb: 'assign', agent }, options);
}
