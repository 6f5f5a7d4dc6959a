import { defineField } from '../definition';

const SECTION = 'queue';
const COUNT = { kind: 'integer', min: 0, max: Number.MAX_SAFE_INTEGER } as const;

export const queueFields = [
  defineField({
    id: 'queue_size',
    families: ['trigger'],
    section: SECTION,
    type: COUNT,
    read: (state) => state.account.queueSize,
  }),
  defineField({
    id: 'group_queue_size',
    families: ['trigger'],
    section: SECTION,
    type: COUNT,
    read: ({ account, conversation }) =>
      conversation.group === null ? null : (account.groups[conversation.group]?.queueSize ?? null),
  }),
];
