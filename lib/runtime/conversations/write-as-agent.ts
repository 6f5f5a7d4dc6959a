import { uuidV7 } from '@/db/uuid-v7';
import { uploaderOf } from '@/lib/services/attachments/for-agents';
import { requireLoose } from '@/lib/services/attachments/read';
import type { Context } from '@/lib/services/context';
import { findConversation } from '@/lib/services/conversations/find';
import { permit } from '@/lib/services/permit';
import type { IngestOptions } from '../ingest/ingest';
import { actingAgentNamed } from './acting-agent';
import { onConversation } from './command';

export interface Writing {
  readonly text: string;
  /** The sender's own id: sent twice, stored once. */
  readonly clientId?: string;
  /** Ids of files that the actor has uploaded. */
  readonly attachments?: readonly string[];
  readonly agent?: string;
}

/** What an agent writes, for the customer or for colleagues. Answers the conversation's id and the message's number. */
export async function writeAsAgent(
  context: Context,
  idOrKey: string,
  verb: 'agent_message' | 'note',
  { text, clientId, attachments = [], agent: named }: Writing,
  options: IngestOptions,
): Promise<{ id: string; seq: number }> {
  const { db, actor } = context;
  permit(actor, 'conversations.write');
  const { id } = await findConversation(db, actor, idOrKey);
  const agent = await actingAgentNamed(context, named);
  const message = {
    id: clientId ?? uuidV7(),
    text,
    sender: { type: 'agent', name: agent.name },
    ...(attachments.length > 0 && { attachments }),
  } as const;
  if (attachments.length > 0) {
    const sent = { conversation: id, clientId: message.id };
    await requireLoose(db, actor.accountId, uploaderOf(context), attachments, sent);
  }
  const key = clientId === undefined ? undefined : `${verb}:${id}:${clientId}`;
  await onConversation(context, id, { verb, agent: agent.key, message }, { ...options, ...(key && { key }) });
  const [row] = await db.query<{ seq: number }>(
    'select seq from messages where account_id = $1 and conversation_id = $2 and client_id = $3',
    [actor.accountId, id, message.id],
  );
  return { id, seq: row?.seq ?? 0 };
}
