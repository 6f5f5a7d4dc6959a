import { endpoint } from '../endpoint';
import {
  inbox,
  inboxChange,
  inboxGroup,
  inboxGroupChange,
  inboxGroupInput,
  inboxGroupPage,
  inboxGroupQuery,
  inboxInput,
  inboxPage,
  inboxQuery,
} from '../inbox';
import { forceQuery } from '../list';
import { status, statusChange, statusDeletion, statusInput, statusPage, statusQuery } from '../status';
import { ticket, ticketQuery, ticketSlice, ticketsChange, ticketsChanged } from '../ticket';

const tickets = { path: '/api/v1/tickets', tag: 'Tickets' } as const;
const oneTicket = { path: '/api/v1/tickets/{id}', tag: 'Tickets' } as const;

export const ticketEndpoints = {
  list: endpoint({
    ...tickets,
    method: 'GET',
    summary: 'List tickets, newest first',
    description:
      'Agents see those of their groups, of no group, and their own. A search by part of a word looks into the newest 20,000 that the filters leave; `partial` says that there are more.',
    query: ticketQuery,
    answer: ticketSlice,
  }),
  change: endpoint({
    ...tickets,
    method: 'PATCH',
    summary: 'Change several tickets',
    description:
      'Each by itself: what one refuses does not stop the others. Workflows that wait for the change run; no trigger does.',
    body: ticketsChange,
    answer: ticketsChanged,
    example: { ids: ['48206', '48207'], change: { status: 'solved' }, addTags: ['spring-sale'] },
  }),
  get: endpoint({
    ...oneTicket,
    method: 'GET',
    summary: 'Read a ticket',
    description: 'By its number, uuid or your own id of the conversation.',
    answer: ticket,
  }),
};

const statuses = { path: '/api/v1/statuses', tag: 'Statuses' } as const;
const oneStatus = { path: '/api/v1/statuses/{id}', tag: 'Statuses' } as const;

export const statusEndpoints = {
  list: endpoint({ ...statuses, method: 'GET', summary: 'List statuses', query: statusQuery, answer: statusPage }),
  create: endpoint({
    ...statuses,
    method: 'POST',
    summary: 'Create a status of tickets',
    body: statusInput,
    answer: status,
    status: 201,
    example: { name: 'Waiting for parts', class: 'open', colour: 'amber', openOnNewMessage: true },
  }),
  get: endpoint({ ...oneStatus, method: 'GET', summary: 'Read a status', answer: status }),
  update: endpoint({
    ...oneStatus,
    method: 'PUT',
    summary: 'Change a status',
    description:
      'What is absent stays as it is. Statuses of the system keep their class. Tickets in it count as another class from then on, and no workflow runs for that.',
    body: statusChange,
    answer: status,
    example: { colour: 'violet', position: 3 },
  }),
  delete: endpoint({
    ...oneStatus,
    method: 'DELETE',
    summary: 'Delete a status',
    description:
      'Refused with the list of what uses it, unless `force` is given; rules that name it become broken, its tickets get the status `moveTo`, else `open` or `closed`. Statuses of the system stay.',
    query: statusDeletion,
    errors: ['in_use', 'conflict'],
  }),
};

const deletion = 'Refused with the list of what uses it, unless `force` is given; rules that name it become broken.';
const inboxes = { path: '/api/v1/inboxes', tag: 'Inboxes' } as const;
const oneInbox = { path: '/api/v1/inboxes/{id}', tag: 'Inboxes' } as const;

export const inboxEndpoints = {
  list: endpoint({ ...inboxes, method: 'GET', summary: 'List inboxes', query: inboxQuery, answer: inboxPage }),
  create: endpoint({
    ...inboxes,
    method: 'POST',
    summary: 'Create an inbox',
    body: inboxInput,
    answer: inbox,
    status: 201,
    example: { name: 'Returns', group: 'after-sales' },
  }),
  get: endpoint({ ...oneInbox, method: 'GET', summary: 'Read an inbox', answer: inbox }),
  update: endpoint({
    ...oneInbox,
    method: 'PUT',
    summary: 'Change an inbox',
    description: 'What is absent stays as it is.',
    body: inboxChange,
    answer: inbox,
    example: { group: null },
  }),
  delete: endpoint({
    ...oneInbox,
    method: 'DELETE',
    summary: 'Delete an inbox',
    description: `${deletion} Its tickets are in no inbox then.`,
    query: forceQuery,
    errors: ['in_use'],
  }),
};

const groups = { path: '/api/v1/inbox-groups', tag: 'Inboxes' } as const;
const oneGroup = { path: '/api/v1/inbox-groups/{id}', tag: 'Inboxes' } as const;

export const inboxGroupEndpoints = {
  list: endpoint({
    ...groups,
    method: 'GET',
    summary: 'List inbox groups',
    query: inboxGroupQuery,
    answer: inboxGroupPage,
  }),
  create: endpoint({
    ...groups,
    method: 'POST',
    summary: 'Create an inbox group',
    body: inboxGroupInput,
    answer: inboxGroup,
    status: 201,
    example: { name: 'After sales', inboxes: ['returns', 'repairs'] },
  }),
  get: endpoint({ ...oneGroup, method: 'GET', summary: 'Read an inbox group', answer: inboxGroup }),
  update: endpoint({
    ...oneGroup,
    method: 'PUT',
    summary: 'Change an inbox group',
    description: 'What is absent stays as it is; `inboxes` names all that belong to it.',
    body: inboxGroupChange,
    answer: inboxGroup,
    example: { name: 'Service' },
  }),
  delete: endpoint({
    ...oneGroup,
    method: 'DELETE',
    summary: 'Delete an inbox group',
    description: deletion,
    query: forceQuery,
    errors: ['in_use'],
  }),
};
