import { uuidV7 } from '@/db/uuid-v7';
import type { Context } from '@/lib/services/context';
import type { IngestOptions } from '../ingest/ingest';
import { actingAgent } from './acting-agent';
import { onConversation } from './command';

export interface Reply {
  readonly text: string;
  /** The sender's own id: sent twice, stored once. */
  readonly clientId?: string;
  readonly agent?: string;
}

/**
 * An agent's message; who writes unassigned is assigned. Answers the conversation's id and the message's number.
 * @throws AppError `conflict` when the conversation has ended
 */
export async function replyToConversation(
  context: Context,
  id: string,
  reply: Reply,
  options: IngestOptions = {},
): Promise<{ id: string; seq: number }> {
  const agent = actingAgent(context.actor, reply.agent);
  const message = {
    id: reply.clientId ?? uuidV7(),
    text: reply.text,
    sender: { type: 'agent', name: context.actor.name },
  } as const;
  const found = await onConversation(
    context,
    id,
    { verb: 'agent_message', agent, message },
    {
      ...options,
      ...(reply.clientId !== undefined && { key: `reply:${id}:${reply.clientId}` }),
    },
  );
  const [row] = await context.db.query<{ seq: number }>(
    'select seq from messages where account_id = $1 and conversation_id = $2 and client_id = $3',
    [context.actor.accountId, found.id, message.id],
  );
  return { ...found, seq: row?.seq ?? 0 };
}
