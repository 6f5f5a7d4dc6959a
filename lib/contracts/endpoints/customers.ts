import { customerChange, customerDetail, customerPage, customerQuery } from '../customer';
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
};
