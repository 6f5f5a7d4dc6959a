import { endpoint } from '../endpoint';
import {
  connectionResult,
  connectionTest,
  integration,
  integrationChange,
  integrationInput,
  integrationOptions,
  integrationPage,
  integrationQuery,
  newConnectionTest,
} from '../integration';
import { forceQuery } from '../list';

const all = { path: '/api/v1/integrations', tag: 'Integrations' } as const;
const options = { path: '/api/v1/integrations/{id}/options', tag: 'Integrations' } as const;
const one = { path: '/api/v1/integrations/{id}', tag: 'Integrations' } as const;

export const integrationEndpoints = {
  list: endpoint({
    ...all,
    method: 'GET',
    summary: 'List integrations, each with its health',
    query: integrationQuery,
    answer: integrationPage,
  }),
  create: endpoint({
    ...all,
    method: 'POST',
    summary: 'Connect something',
    description: 'What is asked depends on `kind`. Secrets are encrypted, and never shown again.',
    body: integrationInput,
    answer: integration,
    status: 201,
    example: { kind: 'base', name: 'Base', secrets: { token: '1234-56789-ABCDEF' } },
  }),
  get: endpoint({ ...one, method: 'GET', summary: 'Read an integration', answer: integration }),
  update: endpoint({
    ...one,
    method: 'PUT',
    summary: 'Change an integration',
    description:
      'What is absent stays as it is, also within `settings` and `secrets`; a secret that is null is forgotten.',
    body: integrationChange,
    answer: integration,
    errors: ['stale_version'],
    example: { settings: { model: 'gpt-4o' }, version: 3 },
  }),
  delete: endpoint({
    ...one,
    method: 'DELETE',
    summary: 'Delete an integration',
    description:
      'Refused with the list of what uses it, unless `force` is given; rules that name it become broken, actions that need it fail.',
    query: forceQuery,
    errors: ['in_use'],
  }),
  options: endpoint({
    ...options,
    method: 'GET',
    summary: 'Read what an integration offers to choose from',
    description:
      'Of `base`: the statuses of orders. Read from the other side, and kept for a quarter of an hour. When it cannot be read, `error` says why, and `items` are what was read last. Other kinds offer nothing: 404.',
    answer: integrationOptions,
  }),
  refreshOptions: endpoint({
    ...options,
    method: 'POST',
    summary: 'Read anew what an integration offers',
    description: 'The same, without waiting until what is kept has expired.',
    answer: integrationOptions,
  }),
  test: endpoint({
    ...one,
    path: '/api/v1/integrations/{id}/test',
    method: 'POST',
    summary: 'Try an integration',
    description: 'With what is stored; what is given takes its place for this once, and nothing is saved.',
    body: connectionTest,
    answer: connectionResult,
    example: {},
  }),
  testNew: endpoint({
    ...all,
    path: '/api/v1/integrations/test',
    method: 'POST',
    summary: 'Try a connection before it is saved',
    body: newConnectionTest,
    answer: connectionResult,
    example: { kind: 'base', settings: {}, secrets: { token: '1234-56789-ABCDEF' } },
  }),
};
