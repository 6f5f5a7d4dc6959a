import { type Rendered, renderText } from '@/lib/engine/liquid/render-text';
import type { VariableState } from '@/lib/engine/state/variable-state';
import { environment } from '@/lib/environment';
import { NumbersMissed, type Session } from './session';

/** Writes a text in Liquid with the variables of a ticket as it is now, in the account's zone and the reader's language. */
export function writeText(
  session: Session,
  conversationId: string,
  text: string,
  reader: 'customer' | 'team' = 'customer',
): Rendered {
  const { work, directory } = session;
  const conversation = work.conversation(conversationId);
  const customer = work.customer(conversation.customerId);
  const { language, timeZone } = directory.account;
  const locale = reader === 'team' ? language : (conversation.language ?? customer.language ?? language);
  const agent = conversation.assigneeKey === null ? undefined : directory.agents.get(conversation.assigneeKey);
  // The number of a ticket that is new is taken only for a text that says it.
  const number = text.includes('ticket_id') ? numberOf(session, conversationId) : conversation.number;
  const state: VariableState = {
    now: session.now,
    ticket: { number, url: ticketUrl(conversationId) },
    customer,
    agent: agent ?? null,
  };
  return renderText(text, state, { timeZone, locale });
}

/** Where the agent workspace shows the ticket. */
export function ticketUrl(conversationId: string): string {
  return `${environment().url}/workspace/${conversationId}`;
}

/** @throws NumbersMissed */
function numberOf({ work, numbers }: Session, conversationId: string): number {
  const conversation = work.conversation(conversationId);
  if (conversation.number !== null) return conversation.number;
  const number = numbers.shift();
  if (number === undefined) throw new NumbersMissed(work.withoutNumber());
  work.setConversation({ ...conversation, number });
  return number;
}
