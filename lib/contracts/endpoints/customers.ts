import {
  customerChange,
  customerDetail,
  customerExport,
  customerPage,
  customerQuery,
  erasure,
  mergeInput,
  mergePreview,
} from '../customer';
import { endpoint } from '../endpoint';

const tag = 'Customers';
const customers = { path: '/api/v1/customers', tag } as const;
const one = { path: '/api/v1/customers/{id}', tag } as const;

export const customerEndpoints = {
  list: endpoint({
    ...customers,
    method: 'GET',
    summary: 'List customers, the last seen first',
    description: 'Searches name, e-mail address and external id.',
    query: customerQuery,
    answer: customerPage,
  }),
  get: endpoint({
    ...one,
    method: 'GET',
    summary: 'Read a customer',
    description: 'Whoever was merged into another answers as that one.',
    answer: customerDetail,
  }),
  update: endpoint({
    ...one,
    method: 'PUT',
    summary: 'Change name, e-mail address, language or tags of a customer',
    description: 'What is absent stays as it is; null empties.',
    body: customerChange,
    answer: customerDetail,
    example: { language: 'fr', tags: ['vip'] },
  }),
  previewMerge: endpoint({
    path: '/api/v1/customers/{id}/merge',
    tag,
    method: 'GET',
    summary: 'What merging an anonymous customer into an identified one would do',
    query: mergeInput,
    answer: mergePreview,
    errors: ['conflict'],
  }),
  merge: endpoint({
    path: '/api/v1/customers/{id}/merge',
    tag,
    method: 'POST',
    summary: 'Merge an anonymous customer into an identified one',
    description:
      'Conversations, firings, identities and sessions move; the id of the first leads to the second from then on. It cannot be undone.',
    body: mergeInput,
    answer: customerDetail,
    errors: ['conflict'],
    example: { into: 'u-1' },
  }),
  export: endpoint({
    path: '/api/v1/customers/{id}/export',
    tag,
    method: 'GET',
    summary: 'Everything that is kept about one person, as a file',
    description: 'Files are listed with their addresses, not included. Stands in the change history.',
    answer: customerExport,
  }),
  previewErasure: endpoint({
    path: '/api/v1/customers/{id}/erasure',
    tag,
    method: 'GET',
    summary: 'What erasing a person would remove',
    answer: erasure,
  }),
  erase: endpoint({
    ...one,
    method: 'DELETE',
    summary: 'Erase a person',
    description:
      'Running conversations end. Texts, files, names, addresses and ids are removed at once and for good, from conversations, events, firings, deliveries and the change history. Numbers and times of conversations and firings stay, so that figures remain right.',
    answer: erasure,
  }),
};
