import type { AccountState, FactState } from './fact-state';
import type { LiteralEvent } from './literal-event';
import type { State } from './records';

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

function messageOf(event: LiteralEvent, customerName: string | null): FactState['message'] {
  if (!('message' in event) || !event.message) return null;
  const { text, sender } = event.message;
  return {
    text,
    senderType: sender.type,
    sender: sender.name ?? (sender.type === 'customer' ? (customerName ?? '') : ''),
  };
}
