/** When a workflow runs follows from its conditions (`../start.ts`); these name the three ways. */
import { defineEvent } from '../definition';

export const workflowEvents = [
  /** One of its conditions waits for something to happen. */
  defineEvent({ id: 'ticket_event', families: ['workflow'], start: 'event', provides: [] }),
  /** Conditions on the ticket alone: on every message of the customer, every new ticket, and when it begins to hold. */
  defineEvent({ id: 'ticket_state', families: ['workflow'], start: 'state', provides: [] }),
  /** When the time of one of its conditions has come. */
  defineEvent({ id: 'ticket_due', families: ['workflow'], start: 'due', provides: [] }),
];
