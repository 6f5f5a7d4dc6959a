import type { FieldDefinition } from '../definition';
import type { FactState, VisitState } from '../state/fact-state';
import type { Facts } from '../value';

/** Facts of a visitor's page, for the fields given: those of proactive messages. */
export function factsOfVisit(
  fields: readonly FieldDefinition[],
  visit: VisitState,
  schedules: Readonly<Record<string, 'inside' | 'outside'>>,
  at: Date,
): Facts {
  const state: FactState = { ...nobody(schedules), at, visit };
  return Object.fromEntries(fields.map((field) => [field.id, field.read(state)]));
}

/** A visitor who has not written: there is no conversation, and nothing is known of a customer. */
function nobody(schedules: FactState['account']['schedules']): Omit<FactState, 'at'> {
  return {
    message: null,
    initialRouting: null,
    conversation: {
      phase: 'bot',
      channel: '',
      brand: null,
      group: null,
      tags: [],
      language: null,
      served: false,
    },
    customer: { name: null, email: null, language: null, triggered: false, previousConversations: 0 },
    account: { status: 'invisible', queueSize: 0, groups: {}, schedules, botName: null, wait: null },
  };
}
