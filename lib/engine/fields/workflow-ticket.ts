import { defineField } from '../definition';
import type { FactState } from '../state/fact-state';
import type { TicketState } from '../state/ticket-state';
import type { FactValue } from '../value';

const SECTION = 'ticket';

/** A workflow's field reads the ticket; events of no ticket have none. */
export const ofTicket =
  <T extends FactValue | Readonly<Record<string, FactValue>>>(read: (ticket: TicketState) => T) =>
  ({ ticket }: FactState): T | null =>
    ticket ? read(ticket) : null;

export const workflowTicketFields = [
  defineField({
    id: 'source',
    families: ['workflow'],
    section: SECTION,
    type: {
      kind: 'choice',
      several: true,
      open: true,
      options: [
        ...['email', 'web_widget', 'api', 'allegro_messages', 'allegro_discussions', 'messenger', 'instagram'],
        'whatsapp',
      ],
    },
    read: ofTicket(({ source }) => source),
  }),
  defineField({
    id: 'integration',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'reference', to: 'integration', several: true },
    read: ofTicket(({ integration }) => integration),
  }),
  defineField({
    id: 'allegro_account',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'choice', several: true, open: true, options: [] },
    read: ofTicket(({ allegroAccount }) => allegroAccount),
  }),
  defineField({
    id: 'inbox',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'reference', to: 'inbox', several: true },
    read: ofTicket(({ inbox }) => inbox),
  }),
  defineField({
    id: 'inbox_group',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'reference', to: 'inbox_group', several: true },
    read: ofTicket(({ inboxGroup }) => inboxGroup),
  }),
  defineField({
    id: 'current_status',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'reference', to: 'status', several: true },
    narrows: true,
    read: ofTicket(({ status }) => status),
  }),
  defineField({
    id: 'ticket_status',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'choice', several: true, options: ['open', 'closed'] },
    narrows: true,
    read: ofTicket((ticket) => ticket.class),
  }),
  defineField({
    id: 'response_status',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'choice', several: true, options: ['replied', 'not_replied'] },
    read: ofTicket(({ awaitsReply }) => (awaitsReply ? 'not_replied' : 'replied')),
  }),
  defineField({
    id: 'ticket_type',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'choice', several: true, options: ['ordinary', 'return', 'opinion'] },
    read: ofTicket(({ type }) => type),
  }),
  defineField({
    id: 'context',
    families: ['workflow'],
    section: SECTION,
    type: {
      kind: 'choice',
      several: true,
      options: ['order', 'delivery', 'return', 'complaint', 'invoice', 'product_question', 'other'],
    },
    read: ofTicket(({ context }) => context),
  }),
  defineField({
    id: 'sentiment',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'choice', several: true, options: ['positive', 'neutral', 'negative'] },
    read: ofTicket(({ sentiment }) => sentiment),
  }),
  defineField({
    id: 'subject_contains',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'phrases', several: true },
    read: ofTicket(({ subject }) => subject),
  }),
  defineField({
    id: 'email',
    families: ['workflow'],
    section: 'customer',
    type: { kind: 'address', several: true },
    read: ({ ticket, customer }) => (ticket ? customer.email : null),
  }),
  defineField({
    id: 'customer_name_contains',
    families: ['workflow'],
    section: 'customer',
    type: { kind: 'phrases', several: true },
    read: ({ ticket, customer }) => (ticket ? customer.name : null),
  }),
];
