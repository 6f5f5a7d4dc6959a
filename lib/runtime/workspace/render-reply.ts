import type { RenderedReply } from '@/lib/contracts/canned-reply';
import { placeholdersIn, renderPlaceholders } from '@/lib/engine/placeholder-text';
import { placeholderFacts } from '@/lib/engine/snapshot';
import type { FactState } from '@/lib/engine/state/fact-state';
import { factStateOf } from '@/lib/engine/state/read-facts';
import { valueLabels } from '@/lib/messages/value-labels';
import { getCannedReply } from '@/lib/services/canned-replies/read';
import type { Context } from '@/lib/services/context';
import { findConversation } from '@/lib/services/conversations/find';
import { readWait } from '@/lib/services/conversations/wait';
import { Figures, type FiguresAnswer, figuresStatement } from '../ingest/figures';
import { intakeOf } from '../ingest/ingest';
import { pipelined } from '../ingest/pipelined';
import { rowsOf, selectRow } from '../work/table';
import { conversationsTable, customersTable } from '../work/tables';

/**
 * A canned reply with its placeholders filled in for a conversation, as a trigger would fill them in at this moment.
 * What has no value is left out of the text and named. @throws AppError `not_found`
 */
export async function renderCannedReply(
  context: Context,
  id: string,
  { conversation }: { conversation: string },
): Promise<RenderedReply> {
  const { text } = await getCannedReply(context, id);
  const found = await findConversation(context.db, context.actor, conversation);
  const names = placeholdersIn(text);
  if (names.length === 0) return { text, missing: [] };
  const { state, language } = await stateOf(context, found.id);
  const facts = placeholderFacts(state);
  const missing = names.filter((name) => facts[name] === undefined || facts[name] === '');
  return { text: renderPlaceholders(text, facts, valueLabels(language)), missing };
}

/** What placeholders read, as it is now: the message is the customer's last one. */
async function stateOf({ db, actor }: Context, id: string): Promise<{ state: FactState; language: 'en' | 'fr' }> {
  const { accountId } = actor;
  const directory = await intakeOf(db).rules.reloadDirectory(accountId);
  const where = 'where c.account_id = $1 and c.id = $2';
  const join = 'join conversations c on c.account_id = u.account_id and c.customer_id = u.id';
  const params = [accountId, id];
  const answers = await pipelined(db, {
    conversations: { sql: `select ${selectRow(conversationsTable, 'c')} from conversations c ${where}`, params },
    customers: { sql: `select ${selectRow(customersTable, 'u')} from customers u ${join} ${where}`, params },
    figures: figuresStatement(accountId),
    last: {
      sql: `select body as text, author_name as name from messages where account_id = $1 and conversation_id = $2
        and author_kind = 'customer' order by seq desc limit 1`,
      params,
    },
  });
  const [conversation] = rowsOf(conversationsTable, answers.conversations);
  const [customer] = rowsOf(customersTable, answers.customers);
  // The rows of our own statements.
  const [answer] = answers.figures as unknown as FiguresAnswer[];
  const [last] = answers.last as unknown as { text: string; name: string | null }[];
  if (!conversation || !customer || !answer) throw new Error('A conversation has a customer');
  const { now } = answer;
  const { groupKey, channelKey } = conversation;
  const counted = new Figures(answer, directory, now);
  const place = counted.queueSize(groupKey) + (conversation.queueState === 'queued' ? 0 : 1);
  const wait = await readWait(db, accountId, { group: groupKey, place });
  const account = counted.at(now, directory.channel(channelKey), wait);
  const sender = { type: 'customer', ...(last?.name && { name: last.name }) } as const;
  const message = last && { text: last.text, sender };
  const state = factStateOf(
    { conversation, customer },
    { type: 'conversation_requested', ...(message && { message }) },
    now,
    account,
  );
  return { state, language: directory.account.language };
}
