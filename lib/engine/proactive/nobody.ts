import type { FactState } from '../state/fact-state';

/** A visitor who has not written: there is no conversation, and nothing is known of a customer. */
export function nobody(schedules: FactState['account']['schedules']): Omit<FactState, 'at'> {
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
