import type { AccountState, FactState } from './fact-state';
import type { LiteralEvent } from './literal-event';
import type { Customer, State } from './records';
import type { TicketState } from './ticket-state';

/** What the facts of an event are read from: after the event was applied, before any rule acts on it. */
export function factStateOf(state: State, event: LiteralEvent, at: Date, account: AccountState): FactState {
  const { conversation, customer } = state;
  const language = conversation.language ?? customer.language;
  return {
    at,
    message: messageOf(event, customer.name),
    initialRouting: event.type === 'conversation_queued' ? conversation.initialRouting : null,
    conversation: {
      phase: conversation.phase,
      channel: conversation.channelKey,
      brand: conversation.brandKey,
      group: conversation.groupKey,
      tags: conversation.tags,
      language,
      served: conversation.served,
    },
    customer: {
      name: customer.name,
      email: customer.email,
      language,
      triggered: customer.triggered,
      previousConversations: customer.previousConversations,
    },
    account,
  };
}

/** What workflows' facts are read from: the ticket and its customer. They ask for nothing else. */
export function ticketFactState(
  ticket: TicketState,
  { name, email, language, triggered, previousConversations }: Customer,
  at: Date,
): FactState {
  return {
    ...NOTHING_ELSE,
    at,
    customer: { name, email, language, triggered, previousConversations },
    ticket,
  };
}

const NOTHING_ELSE: Pick<FactState, 'message' | 'initialRouting' | 'conversation' | 'account'> = {
  message: null,
  initialRouting: null,
  conversation: { phase: 'requesting', channel: '', brand: null, group: null, tags: [], language: null, served: false },
  account: { status: 'invisible', queueSize: 0, groups: {}, schedules: {}, botName: null, wait: null },
};

function messageOf(event: LiteralEvent, customerName: string | null): FactState['message'] {
  if (!('message' in event) || !event.message) return null;
  const { text, sender } = event.message;
  return {
    text,
    senderType: sender.type,
    sender: sender.name ?? (sender.type === 'customer' ? (customerName ?? '') : ''),
  };
}
