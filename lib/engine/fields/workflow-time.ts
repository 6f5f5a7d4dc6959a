import { defineField } from '../definition';
import type { FactState } from '../state/fact-state';
import { ofTicket } from './workflow-ticket';

const SECTION = 'time';

export const workflowTimeFields = [
  defineField({
    id: 'last_customer_reply',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'elapsed' },
    since: 'lastCustomerReplyAt',
    read: (state) => secondsSince(state, state.ticket?.lastCustomerReplyAt),
  }),
  defineField({
    id: 'ticket_created',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'elapsed' },
    since: 'ticketCreatedAt',
    read: (state) => secondsSince(state, state.ticket?.createdAt),
  }),
  defineField({
    id: 'weekday',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'weekday', several: true },
    read: ofTicket(({ clock }) => clock.day),
  }),
  defineField({
    id: 'time',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'daytime', several: true },
    read: ofTicket(({ clock }) => clock.time),
  }),
  defineField({
    id: 'working_hours',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'state', options: ['inside', 'outside'] },
    of: 'agent',
    within: 'state',
    read: ofTicket(({ workingHours }) => workingHours),
  }),
];

/** Whole seconds, never of the future; so that a limit of whole minutes is met from its first millisecond on. */
function secondsSince({ at }: FactState, since: Date | null | undefined): number | null {
  return since ? Math.max(0, Math.floor((at.getTime() - since.getTime()) / 1_000)) : null;
}
