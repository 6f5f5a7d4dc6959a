import { defineField } from '../definition';

const SECTION = 'customer';

export const customerFields = [
  defineField({
    id: 'customer_prev_conversations',
    families: ['trigger'],
    section: 'previous',
    type: { kind: 'integer', min: 0, max: 32_000 },
    read: (state) => Math.min(state.customer.previousConversations, 32_000),
  }),
  defineField({
    id: 'customer_name',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'text' },
    read: (state) => state.customer.name,
  }),
  defineField({
    id: 'customer_triggered',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'boolean' },
    read: (state) => state.customer.triggered,
  }),
  defineField({
    id: 'customer_email',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'text' },
    read: (state) => state.customer.email,
  }),
  defineField({
    id: 'customer_language',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'language' },
    read: (state) => state.customer.language,
  }),
];
