import { expect, it } from 'vitest';
import type { Json } from '@/lib/engine/value';
import { formatRule, inOrder } from './format-rule';

it('writes the parts of a value as the reference does, whatever the order in which they were stored', () => {
  const rule = inOrder('workflow', {
    on: 'ticket_state',
    when: {
      all: [
        { operator: 'is', value: [{ to: '06:00', from: '22:00' }], field: 'time' },
        { field: 'ticket_created', operator: 'less_than', value: { unit: 'days', amount: 3 } },
        { field: 'working_hours', operator: 'is', value: { state: 'inside', agent: 'ada' } },
      ],
    },
    do: [{ tag: 'late', action: 'add_tag' }],
  });
  // Plain JSON.
  const text = formatRule(rule as unknown as Json).replace(/\s+/g, ' ');
  expect(text).toContain('"field": "time", "operator": "is", "value": [ { "from": "22:00", "to": "06:00" } ]');
  expect(text).toContain('"value": { "amount": 3, "unit": "days" }');
  expect(text).toContain('"value": { "agent": "ada", "state": "inside" }');
  expect(text).toContain('{ "action": "add_tag", "tag": "late" }');
});
