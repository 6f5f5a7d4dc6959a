import { expect, it } from 'vitest';
import { logEndpoints } from '@/lib/contracts/endpoints/log';
import { parseEvent } from '@/lib/contracts/event-parse';
import { EXAMPLES, exampleBody } from './event-examples';

const now = new Date('2026-11-21T10:00:00.000Z');

it.each(EXAMPLES)('the example %s is taken as it stands', (id) => {
  const { events } = exampleBody(id, 'abc', now) as { events: unknown[] };
  expect(events.map(parseEvent).flatMap((each) => ('errors' in each ? each.errors : []))).toEqual([]);
  expect(new Set(events.map((event) => JSON.stringify(event))).size).toBe(events.length);
});

it('the example of the reference is taken as it stands', () => {
  const { events } = logEndpoints.send.example as { events: unknown[] };
  expect(events.map(parseEvent).flatMap((each) => ('errors' in each ? each.errors : []))).toEqual([]);
});
