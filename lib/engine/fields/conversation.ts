import { defineField } from '../definition';

const SECTION = 'conversation';

export const conversationFields = [
  defineField({
    id: 'brand',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'reference', to: 'brand' },
    read: (state) => state.conversation.brand,
  }),
  defineField({
    id: 'channel',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'reference', to: 'channel' },
    read: (state) => state.conversation.channel,
  }),
  defineField({
    id: 'customer_is_in_active_conversation',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'boolean' },
    read: (state) => state.conversation.phase === 'assigned',
  }),
  defineField({
    id: 'customer_requesting_conversation',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'boolean' },
    read: ({ conversation: { phase, served } }) =>
      phase === 'requesting' || phase === 'queued' || (phase === 'assigned' && !served),
  }),
  defineField({
    id: 'customer_served',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'boolean' },
    read: (state) => state.conversation.served,
  }),
  defineField({
    id: 'group',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'reference', to: 'group' },
    read: (state) => state.conversation.group,
  }),
  defineField({
    id: 'sender',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'text' },
    needs: 'message',
    read: (state) => state.message?.sender ?? null,
  }),
  defineField({
    id: 'sender_type',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'choice', options: ['agent', 'customer'] },
    needs: 'message',
    read: (state) => state.message?.senderType ?? null,
  }),
  defineField({
    id: 'message',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'text' },
    needs: 'message',
    read: (state) => state.message?.text ?? null,
  }),
  defineField({
    id: 'initial_routing',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'boolean' },
    needs: 'queue_entry',
    read: (state) => state.initialRouting,
  }),
  defineField({
    id: 'tags',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'set' },
    read: (state) => state.conversation.tags,
  }),
];
