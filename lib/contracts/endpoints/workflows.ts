import * as z from 'zod';
import { endpoint } from '../endpoint';
import { wouldFireResult } from '../firing';
import { orderInput } from '../rule-order';
import { bulkInput, bulkResult, importInput, importQuery, importResult, ruleVersion } from '../trigger';
import {
  workflow,
  workflowApplied,
  workflowFacts,
  workflowFactsInput,
  workflowInput,
  workflowPage,
  workflowQuery,
  workflowReach,
  workflowTestInput,
  workflowTestResult,
  workflowWouldFireInput,
} from '../workflow';

const tag = 'Workflows';
const path = '/api/v1/workflows';
const one = `${path}/{id}`;
const answer = workflow;

/** After the example of the specification. */
const example = {
  name: 'Reminder after a day',
  description: '',
  active: true,
  position: 4,
  when: {
    all: [
      { field: 'response_status', operator: 'is', value: 'not_replied' },
      { field: 'ticket_created', operator: 'more_than', value: { amount: 24, unit: 'hours' } },
      { field: 'source', operator: 'none_of', value: ['allegro_discussions'] },
    ],
  },
  do: [
    { action: 'send_message', text: 'Ticket {{ ticket_id }} is not forgotten.' },
    { action: 'add_tag', tag: 'late' },
  ],
};

export const workflowEndpoints = {
  list: endpoint({
    ...{
      method: 'GET',
      path,
      tag,
      summary: 'List workflows in their order, with their firings of the last seven days',
    },
    ...{ query: workflowQuery, answer: workflowPage },
  }),
  create: endpoint({
    ...{ method: 'POST', path, tag, summary: 'Create a workflow, active unless it says otherwise' },
    ...{ body: workflowInput, answer, status: 201, errors: ['name_taken', 'limit_exceeded'], example },
  }),
  get: endpoint({ method: 'GET', path: one, tag, summary: 'Read a workflow', answer }),
  update: endpoint({
    ...{ method: 'PUT', path: one, tag, summary: 'Replace a workflow' },
    description: 'Name the version you edited by If-Match or `version`; without it the last writer wins.',
    ...{ body: workflowInput, answer, errors: ['stale_version', 'name_taken', 'limit_exceeded'], example },
  }),
  remove: endpoint({
    ...{ method: 'DELETE', path: one, tag, summary: 'Delete a workflow; restore brings it back' },
    errors: ['stale_version'],
  }),
  restore: endpoint({
    ...{ method: 'POST', path: `${one}/restore`, tag, summary: 'Bring a deleted workflow back as it was', answer },
    errors: ['name_taken', 'limit_exceeded'],
  }),
  clone: endpoint({
    ...{ method: 'POST', path: `${one}/clone`, tag, summary: 'Store an inactive copy', answer, status: 201 },
  }),
  activate: endpoint({
    ...{ method: 'POST', path: `${one}/activate`, tag, summary: 'Activate a workflow', answer },
    description: 'Time conditions begin to count: tickets that are past them already stay as they are (see apply).',
    errors: ['limit_exceeded', 'broken_reference', 'invalid'],
  }),
  deactivate: endpoint({ method: 'POST', path: `${one}/deactivate`, tag, summary: 'Deactivate a workflow', answer }),
  bulk: endpoint({
    ...{
      method: 'POST',
      path: `${path}/bulk`,
      tag,
      summary: 'Activate, deactivate, delete or restore several workflows',
    },
    ...{ body: bulkInput, answer: bulkResult },
  }),
  order: endpoint({
    ...{ method: 'PUT', path: `${path}/order`, tag, summary: 'Set the order in which workflows run' },
    body: orderInput,
  }),
  versions: endpoint({
    ...{ method: 'GET', path: `${one}/versions`, tag, summary: 'List the versions of a workflow, newest first' },
    answer: z.object({ items: z.array(ruleVersion) }),
  }),
  restoreVersion: endpoint({
    ...{ method: 'POST', path: `${one}/versions/{version}/restore`, tag, summary: 'Store an earlier version again' },
    ...{ answer, errors: ['stale_version', 'name_taken', 'invalid'] },
  }),
  export: endpoint({
    ...{ method: 'GET', path: `${path}/export`, tag, summary: 'Export every workflow as import reads it' },
    answer: z.array(z.record(z.string(), z.unknown())),
  }),
  import: endpoint({
    ...{ method: 'POST', path: `${path}/import`, tag, summary: 'Import workflows, entry by entry' },
    description: 'All or nothing unless `partial`; `dryRun` stores nothing.',
    ...{ query: importQuery, body: importInput, answer: importResult, maxBytes: 8_000_000 },
  }),
  test: endpoint({
    ...{
      method: 'POST',
      path: `${path}/test`,
      tag,
      summary: 'Try a workflow on a ticket or on given facts, storing nothing',
    },
    ...{ body: workflowTestInput, answer: workflowTestResult },
    example: { workflow: { when: example.when, do: example.do }, facts: { response_status: 'not_replied' } },
  }),
  facts: endpoint({
    ...{ method: 'POST', path: `${path}/facts`, tag, summary: 'What conditions of workflows see of a ticket' },
    description: 'At a moment at which something happened to it; stores nothing.',
    ...{ body: workflowFactsInput, answer: workflowFacts, example: { ticket: 1, event: 'message' } },
  }),
  wouldFire: endpoint({
    ...{
      method: 'POST',
      path: `${path}/would-fire`,
      tag,
      summary: 'On which of the last events a workflow would have run',
    },
    ...{ body: workflowWouldFireInput, answer: wouldFireResult },
  }),
  reach: endpoint({
    ...{ method: 'GET', path: `${one}/apply`, tag, summary: 'How many existing tickets a workflow would act on' },
    answer: workflowReach,
  }),
  apply: endpoint({
    ...{ method: 'POST', path: `${one}/apply`, tag, summary: 'Apply a workflow to existing tickets' },
    description:
      'For active workflows that start by time or by the ticket’s state. Each ticket once for each version, and once for each moment that passed.',
    ...{ answer: workflowApplied, errors: ['conflict'] },
  }),
};
