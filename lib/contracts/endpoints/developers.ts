import { changeQuery, changeSlice } from '../change';
import { endpoint } from '../endpoint';
import { mail, mailQuery, mailSlice } from '../mail';
import { newToken, tokenInput, tokenPage, tokenQuery } from '../token';
import {
  delivery,
  deliveryQuery,
  deliverySlice,
  newWebhook,
  webhook,
  webhookChange,
  webhookInput,
  webhookPage,
  webhookQuery,
} from '../webhook';

const tokens = { path: '/api/v1/tokens', tag: 'Tokens' } as const;

export const tokenEndpoints = {
  list: endpoint({ ...tokens, method: 'GET', summary: 'List API tokens', query: tokenQuery, answer: tokenPage }),
  create: endpoint({
    ...tokens,
    method: 'POST',
    summary: 'Create an API token',
    description: 'The answer holds the token itself, this once.',
    body: tokenInput,
    answer: newToken,
    status: 201,
    example: { name: 'Helpdesk', role: 'lead', expiresAt: '2027-06-30T00:00:00Z' },
  }),
  revoke: endpoint({ path: '/api/v1/tokens/{id}', tag: 'Tokens', method: 'DELETE', summary: 'Revoke an API token' }),
};

const webhooks = { path: '/api/v1/webhooks', tag: 'Webhooks' } as const;
const oneWebhook = { path: '/api/v1/webhooks/{id}', tag: 'Webhooks' } as const;

export const webhookEndpoints = {
  list: endpoint({ ...webhooks, method: 'GET', summary: 'List webhooks', query: webhookQuery, answer: webhookPage }),
  create: endpoint({
    ...webhooks,
    method: 'POST',
    summary: 'Create a webhook',
    description: 'The answer holds the signing secret (Standard Webhooks), this once.',
    body: webhookInput,
    answer: newWebhook,
    status: 201,
    example: { name: 'Helpdesk', url: 'https://helpdesk.example.com/signalbox', events: ['message.created'] },
  }),
  get: endpoint({ ...oneWebhook, method: 'GET', summary: 'Read a webhook', answer: webhook }),
  update: endpoint({
    ...oneWebhook,
    method: 'PUT',
    summary: 'Change a webhook',
    description: 'What is absent stays as it is.',
    body: webhookChange,
    answer: webhook,
    example: { active: false },
  }),
  delete: endpoint({ ...oneWebhook, method: 'DELETE', summary: 'Delete a webhook' }),
  renewSecret: endpoint({
    path: '/api/v1/webhooks/{id}/secret',
    tag: 'Webhooks',
    method: 'POST',
    summary: 'Renew the signing secret',
    answer: newWebhook,
  }),
  deliveries: endpoint({
    path: '/api/v1/webhooks/{id}/deliveries',
    tag: 'Webhooks',
    method: 'GET',
    summary: 'List deliveries, newest first',
    query: deliveryQuery,
    answer: deliverySlice,
  }),
  retry: endpoint({
    path: '/api/v1/webhooks/{id}/deliveries/{delivery}/retry',
    tag: 'Webhooks',
    method: 'POST',
    summary: 'Send a failed delivery again',
    answer: delivery,
    errors: ['conflict'],
  }),
};

export const changeEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/changes',
    tag: 'Change history',
    summary: 'List changes, newest first',
    query: changeQuery,
    answer: changeSlice,
  }),
};

export const mailEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/mails',
    tag: 'Mail',
    summary: 'List outgoing mails, newest first',
    description: 'Sent ones, caught ones (no mailbox was connected), failed ones, and those that came back.',
    query: mailQuery,
    answer: mailSlice,
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/mails/{id}',
    tag: 'Mail',
    summary: 'Read an outgoing mail',
    answer: mail,
  }),
};
