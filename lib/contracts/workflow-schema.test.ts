import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { messagesFor } from '@/lib/messages/catalogue';
import { arbitraryRule } from '@/lib/testing/arbitrary-rule';
import { workflowInput } from './workflow';
import { workflowJsonSchema } from './workflow-schema';

// A validator of JSON Schema that shares nothing with the one under test.
const bySchema = z.fromJSONSchema(workflowJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
const both = (value: unknown) => [workflowInput.safeParse(value).success, bySchema.safeParse(value).success];

const when = { all: [{ field: 'source', operator: 'none_of', value: ['email'] }] };
const workflow = { name: 'W', when, do: [{ action: 'add_tag', tag: 'late' }] };

describe('the JSON Schema of a workflow', () => {
  it('accepts every workflow that can be saved', () => {
    fc.assert(
      fc.property(arbitraryRule('workflow'), ({ when: conditions, do: actions }) => {
        const value = { name: 'Any', when: conditions, do: actions };
        // Conditions that never hold together are the walk's to tell.
        if (workflowInput.safeParse(value).success) expect(bySchema.safeParse(value).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('accepts the example of the specification', () => {
    const example = {
      ...{ name: 'Reminder after a day', description: '', active: true, position: 4 },
      when: {
        all: [
          { field: 'response_status', operator: 'is', value: 'not_replied' },
          { field: 'ticket_created', operator: 'more_than', value: { amount: 24, unit: 'hours' } },
          { field: 'source', operator: 'none_of', value: ['allegro_discussions'] },
        ],
      },
      do: [
        { action: 'send_email', to: 'lead@example.org', subject: 'Waiting: {{ ticket_id }}', text: '{{ ticket_url }}' },
        { action: 'add_tag', tag: 'late' },
      ],
    };
    expect(both(example)).toEqual([true, true]);
  });

  it.each([
    ['no name', { ...workflow, name: undefined }],
    ['an unknown key', { ...workflow, on: 'message_sent' }],
    ['no condition', { ...workflow, when: { all: [] } }],
    ['another combinator', { ...workflow, when: { any: when.all } }],
    ['a group', { ...workflow, when: { all: [when] } }],
    ['an unknown field', { ...workflow, when: { all: [{ field: 'x', operator: 'is', value: 1 }] } }],
    ['a value of another type', { ...workflow, when: { all: [{ field: 'source', operator: 'is', value: 3 }] } }],
    [
      'a range without an end',
      { ...workflow, when: { all: [{ field: 'time', operator: 'is', value: { from: '10:00' } }] } },
    ],
    ['no action', { ...workflow, do: [] }],
    ['an action of triggers', { ...workflow, do: [{ action: 'wait', seconds: 5 }] }],
  ])('refuses %s, as the API does', (_, value) => {
    expect(both(JSON.parse(JSON.stringify(value)))).toEqual([false, false]);
  });

  it('carries labels in the reader’s language', () => {
    expect(JSON.stringify(workflowJsonSchema(messagesFor('fr').rules))).toContain('Dernière réponse du client');
  });
});
