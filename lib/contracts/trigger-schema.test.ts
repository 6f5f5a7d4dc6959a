import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { messagesFor } from '@/lib/messages/catalogue';
import { arbitraryRule } from '@/lib/testing/arbitrary-rule';
import { triggerInput } from './trigger';
import { triggerJsonSchema } from './trigger-schema';

// A validator of JSON Schema that shares nothing with the one under test.
const bySchema = z.fromJSONSchema(triggerJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
const both = (value: unknown) => [triggerInput.safeParse(value).success, bySchema.safeParse(value).success];

const when = { all: [{ field: 'customer_name', operator: 'is', value: 'Ada' }] };
const trigger = { name: 'T', on: 'message_sent', when, do: [{ action: 'wait', seconds: 5 }] };

describe('the JSON Schema of a trigger', () => {
  it('accepts every rule that can be saved', () => {
    const generated = arbitraryRule().map((body) => ({ name: 'Any', ...body }));
    fc.assert(
      fc.property(generated, (value) => {
        expect(both(value)).toEqual([true, true]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['no name', { ...trigger, name: undefined }],
    ['an unknown key', { ...trigger, foo: 1 }],
    ['an unknown event', { ...trigger, on: 'page_enter' }],
    ['no condition', { ...trigger, when: { all: [] } }],
    ['two combinators', { ...trigger, when: { ...when, any: when.all } }],
    ['an unknown field', { ...trigger, when: { all: [{ field: 'x', operator: 'is', value: 1 }] } }],
    ['an operator of another type', { ...trigger, when: { all: [{ ...when.all[0], operator: 'less_than' }] } }],
    ['a number as text', { ...trigger, when: { all: [{ ...when.all[0], value: 3 }] } }],
    ['a wait too long', { ...trigger, do: [{ action: 'wait', seconds: 86_401 }] }],
    ['no action', { ...trigger, do: [] }],
    ['a wait of a fraction', { ...trigger, do: [{ action: 'wait', seconds: 1.5 }] }],
  ])('refuses %s, as the API does', (_, value) => {
    expect(both(JSON.parse(JSON.stringify(value)))).toEqual([false, false]);
  });

  it('offers only what the event can satisfy, with labels in the reader’s language', () => {
    const text = JSON.stringify(
      triggerJsonSchema({ messages: messagesFor('fr').rules, event: 'conversation_assigned' }),
    );
    expect(text).not.toContain('"initial_routing"');
    expect(text).not.toContain('"sender_type"');
    expect(text).toContain('Adresse e-mail du client');
    expect(text.length).toBeLessThan(24_000);
  });
});
