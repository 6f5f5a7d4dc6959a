import type { Context } from '@/lib/services/context';
import type { IngestOptions } from '../ingest/ingest';
import { type Writing, writeAsAgent } from './write-as-agent';

/**
 * An agent's message; who writes unassigned is assigned. Answers the conversation's id and the message's number.
 * @throws AppError `conflict` when the conversation has ended or the customer is suspended, `invalid` for a file
 */
export function replyToConversation(
  context: Context,
  id: string,
  reply: Writing,
  options: IngestOptions = {},
): Promise<{ id: string; seq: number }> {
  return writeAsAgent(context, id, 'agent_message', reply, options);
}

/** An internal note, also after the end: for colleagues alone. @throws AppError `invalid` for a file */
export function addNote(
  context: Context,
  id: string,
  note: Writing,
  options: IngestOptions = {},
): Promise<{ id: string; seq: number }> {
  return writeAsAgent(context, id, 'note', note, options);
}
