import { defineField } from '../definition';

const SECTION = 'online';
const STATUSES = ['online', 'away', 'invisible'];

export const onlineStatusFields = [
  defineField({
    id: 'account_status',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'choice', options: STATUSES },
    read: (state) => state.account.status,
  }),
  defineField({
    id: 'group_status',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'choice', options: STATUSES },
    of: 'group',
    read: (state) =>
      Object.fromEntries(Object.entries(state.account.groups).map(([key, group]) => [key, group.status])),
  }),
];
