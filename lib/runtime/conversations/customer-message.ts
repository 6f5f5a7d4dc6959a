import type { Database } from '@/db/client';
import { isUuid } from '@/lib/contracts/value';
import type { IngestOptions } from '../ingest/ingest';
import type { ItemResult } from '../ingest/item';
import { type Beginning, runCommand, sayEvent } from './command';

export interface CustomerMessage {
  /** The sender's own id: sent twice, stored once. */
  readonly id: string;
  readonly text: string;
  readonly name?: string;
}

/**
 * A customer's message in a conversation that exists: in the phases `bot` and `details` it is only stored; after the
 * agent's capacity was released it asks again. @throws AppError `conflict` when the conversation has ended
 */
export function customerWrites(
  database: Database,
  accountId: string,
  conversation: string,
  { id, text, name }: CustomerMessage,
  options: IngestOptions = {},
): Promise<ItemResult> {
  const message = { id, text, sender: { type: 'customer', ...(name !== undefined && { name }) } } as const;
  return runCommand(
    database,
    accountId,
    conversation,
    { verb: 'customer_message', message },
    {
      ...options,
      key: `message:${conversation}:${id}`,
    },
  );
}

/** Begins a conversation that a bot or a form looks after. */
export function beginConversation(
  database: Database,
  accountId: string,
  beginning: Beginning,
  phase: 'bot' | 'details',
  options: IngestOptions & { key?: string } = {},
): Promise<ItemResult> {
  return sayEvent(database, accountId, beginning, { type: 'conversation_started', phase }, options);
}

/** Control passes to humans: the ticket is created, and the three events of a request fire. @throws AppError `conflict` */
export function handOver(
  database: Database,
  accountId: string,
  conversation: string,
  { message, group }: { message?: CustomerMessage; group?: string },
  options: IngestOptions & { key?: string } = {},
): Promise<ItemResult> {
  const said = message && {
    id: message.id,
    text: message.text,
    sender: { type: 'customer', ...(message.name && { name: message.name }) } as const,
  };
  return runCommand(database, accountId, conversation, { verb: 'hand_over', message: said, group }, options);
}

/** The caller's own id of a conversation named by either id; undefined when there is none. */
export async function extIdOf(database: Database, accountId: string, idOrKey: string): Promise<string | undefined> {
  const [row] = await database.query<{ extId: string }>(
    'select ext_id as "extId" from conversations where account_id = $1 and (ext_id = $2 or id = $3::uuid) order by (ext_id = $2) desc limit 1',
    [accountId, idOrKey, isUuid(idOrKey) ? idOrKey : null],
  );
  return row?.extId;
}
