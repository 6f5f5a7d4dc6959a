/**
 * What customers' messages are like and about, by the language model, as an event of the ticket: workflows meet it as
 * they meet the same said by somebody else.
 */
import * as z from 'zod';
import { ingest } from '../../ingest/ingest';
import type { Attempt, Connection, Plan, Receipt } from '../connector';
import { AttemptFailed, Permanent } from '../outcome';
import { ask } from './ask';
import { analysisQuestion } from './prompts';
import { readTicket } from './read-ticket';
import { receiptOf } from './receipt';
import { readAnalysis } from './validate';

const NONSENSE = 3;
const plan = z.object({ message: z.int() });

/** One customer's message. @throws as `ask`, and Permanent `event_refused` */
export async function analyse(connection: Connection, planned: Plan, attempt: Attempt): Promise<Receipt> {
  const { message } = plan.parse(planned);
  const { database, accountId } = connection;
  const conversationId = attempt.conversationId ?? '';
  if (await isOvertaken(connection, conversationId, message)) return { skipped: 'newer_message' };
  const { extId, subject, conversation } = await readTicket(database, accountId, conversationId, message);
  const text = conversation.findLast(({ from }) => from === 'customer')?.text ?? '';
  const question = analysisQuestion({ text, subject });
  const reply = await ask(connection, question, attempt.now);
  const asked = receiptOf(connection, question, reply);
  const read = readAnalysis(reply.text);
  if (!read) {
    const failure = { receipt: asked };
    throw attempt.attempt >= NONSENSE
      ? new Permanent('not_understood', failure)
      : new AttemptFailed('not_understood', failure);
  }
  // The same id for every attempt: said twice, it counts once.
  const event = {
    ...{ id: attempt.key, type: 'ticket_updated', occurredAt: attempt.now.toISOString() },
    ...{ conversation: { id: extId }, ticket: read },
  };
  const { results } = await ingest(database, accountId, [event], attempt.clock ? { clock: attempt.clock } : {});
  const [result] = results;
  if (result?.status === 'rejected' && result.errors?.[0]?.code !== 'id_reused')
    throw new Permanent('event_refused', { detail: result.errors?.[0]?.code, receipt: asked });
  return { ...read, ...asked };
}

/** What the customer has written since says more, and is sorted itself. */
async function isOvertaken({ database, accountId }: Connection, conversation: string, seq: number): Promise<boolean> {
  const newer = await database.query(
    `select 1 as one from messages where account_id = $1 and conversation_id = $2 and seq > $3
      and author_kind = 'customer' and kind <> 'note' and body <> '' limit 1`,
    [accountId, conversation, seq],
  );
  return newer.length > 0;
}
