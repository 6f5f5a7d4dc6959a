import * as z from 'zod';
import { endpoint } from '../endpoint';
import {
  previewInput,
  previewResult,
  proactiveInput,
  proactiveMessage,
  proactivePage,
  proactiveQuery,
  proactiveResults,
  proactiveViewDetail,
  proactiveViews,
  resultsQuery,
  viewsQuery,
} from '../proactive';
import { orderInput } from '../rule-order';
import { bulkInput, bulkResult, importInput, importQuery, importResult, ruleVersion } from '../trigger';

const tag = 'Proactive messages';
const path = '/api/v1/proactive-messages';
const one = `${path}/{id}`;

/** The example of the specification. */
const example = {
  name: 'Help at the cart',
  status: 'draft',
  brand: 'main',
  channel: 'web',
  on: { event: 'on_page', seconds: 45 },
  when: {
    all: [
      { field: 'visitor_page_url', operator: 'contains_any', value: ['/cart'], ignoreCase: false },
      {
        any: [
          { field: 'visitor_history', operator: 'is', value: 'returning' },
          { field: 'device_language', operator: 'is', value: 'fr' },
        ],
      },
    ],
  },
  message: 'Any question about delivery?',
  reply: { kind: 'agent', followUp: 'An agent joins you.', details: ['name', 'email'] },
  tags: ['cart'],
  send: { when: 'any' },
  frequency: 'once_per_visit',
};

const answer = proactiveMessage;

export const proactiveEndpoints = {
  list: endpoint({
    ...{ method: 'GET', path, tag, summary: 'List proactive messages with what visitors did in the last 28 days' },
    ...{ query: proactiveQuery, answer: proactivePage },
  }),
  create: endpoint({
    ...{ method: 'POST', path, tag, summary: 'Create a proactive message, as a draft or live' },
    ...{ body: proactiveInput, answer, status: 201, errors: ['name_taken', 'limit_exceeded'], example },
  }),
  get: endpoint({ method: 'GET', path: one, tag, summary: 'Read a proactive message', answer }),
  update: endpoint({
    ...{ method: 'PUT', path: one, tag, summary: 'Replace a proactive message' },
    description: 'Name the version you edited by If-Match or `version`; without it the last writer wins.',
    ...{ body: proactiveInput, answer, errors: ['stale_version', 'name_taken', 'limit_exceeded'], example },
  }),
  remove: endpoint({
    ...{ method: 'DELETE', path: one, tag, summary: 'Delete a proactive message; restore brings it back' },
    errors: ['stale_version'],
  }),
  publish: endpoint({
    ...{ method: 'POST', path: `${one}/activate`, tag, summary: 'Publish a draft, or resume a paused message', answer },
    errors: ['broken_reference', 'limit_exceeded', 'invalid'],
  }),
  pause: endpoint({ method: 'POST', path: `${one}/deactivate`, tag, summary: 'Pause a message', answer }),
  clone: endpoint({
    ...{ method: 'POST', path: `${one}/clone`, tag, summary: 'Copy a message into a draft', answer, status: 201 },
    errors: ['limit_exceeded'],
  }),
  restore: endpoint({
    ...{ method: 'POST', path: `${one}/restore`, tag, summary: 'Bring a deleted message back as it was', answer },
    errors: ['name_taken', 'limit_exceeded'],
  }),
  bulk: endpoint({
    ...{ method: 'POST', path: `${path}/bulk`, tag, summary: 'One verb on many messages' },
    ...{ body: bulkInput, answer: bulkResult },
  }),
  order: endpoint({
    ...{ method: 'PUT', path: `${path}/order`, tag, summary: 'Set the priorities: the first wins over all others' },
    body: orderInput,
  }),
  results: endpoint({
    ...{ method: 'GET', path: `${one}/results`, tag, summary: 'What visitors did with a message, per day' },
    query: resultsQuery,
    answer: proactiveResults,
  }),
  preview: endpoint({
    ...{
      method: 'POST',
      path: `${path}/preview`,
      tag,
      summary: 'Which message a visitor would see, and what stops the others',
    },
    ...{ body: previewInput, answer: previewResult },
    example: { channel: 'web', url: 'https://shop.example/cart', title: 'Cart', language: 'fr', secondsOnPage: 60 },
  }),
  views: endpoint({
    ...{
      method: 'GET',
      path: `${path}/views`,
      tag,
      summary: 'List pages of visits, and what stopped each message there',
    },
    description: 'Newest first, of the last seven days; of busy sites a part.',
    ...{ query: viewsQuery, answer: proactiveViews },
  }),
  view: endpoint({
    ...{ method: 'GET', path: `${path}/views/{view}`, tag, summary: 'Read one page of a visit with every value seen' },
    answer: proactiveViewDetail,
  }),
  versions: endpoint({
    ...{ method: 'GET', path: `${one}/versions`, tag, summary: 'Versions of a message, newest first' },
    answer: z.object({ items: z.array(ruleVersion) }),
  }),
  restoreVersion: endpoint({
    ...{ method: 'POST', path: `${one}/versions/{version}/restore`, tag, summary: 'Write an old version as a new one' },
    ...{ answer, errors: ['stale_version', 'name_taken', 'invalid'] },
  }),
  export: endpoint({
    ...{ method: 'GET', path: `${path}/export`, tag, summary: 'All messages as import takes them' },
    answer: z.array(z.record(z.string(), z.unknown())),
  }),
  import: endpoint({
    ...{ method: 'POST', path: `${path}/import`, tag, summary: 'Import messages, entry by entry' },
    ...{ query: importQuery, body: importInput, answer: importResult, maxBytes: 20_000_000 },
  }),
};
