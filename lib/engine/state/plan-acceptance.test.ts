import { describe, expect, it } from 'vitest';
import { type FreeAgent, planAcceptance } from './plan-acceptance';

const agent = (key: string, load: number, lastMinute: number | null, more: Partial<FreeAgent> = {}): FreeAgent => ({
  key,
  load,
  capacity: 2,
  groups: ['support'],
  lastAssignedAt: lastMinute === null ? null : new Date(2026, 10, 21, 10, lastMinute),
  ...more,
});
const waiting = (...groups: (string | null)[]) => groups.map((group, index) => ({ id: `c-${index}`, group }));
const plan = (...given: Parameters<typeof planAcceptance>) => planAcceptance(...given).map(({ agent: key }) => key);

describe('automatic acceptance', () => {
  it('takes the least loaded, then the longest idle', () => {
    expect(plan(waiting('support'), [agent('a', 1, 0), agent('b', 0, 30), agent('c', 0, 5)])).toEqual(['c']);
    expect(plan(waiting('support'), [agent('a', 0, 0), agent('b', 0, null)])).toEqual(['b']);
  });

  it('goes round and stops at the capacity', () => {
    const agents = [agent('a', 0, 0), agent('b', 1, 0)];
    expect(plan(waiting('support', 'support', 'support', 'support'), agents)).toEqual(['a', 'b', 'a']);
  });

  it('keeps to the group; a conversation of no group goes to anybody', () => {
    expect(planAcceptance(waiting('sales', null), [agent('a', 0, 0)])).toEqual([{ conversation: 'c-1', agent: 'a' }]);
  });
});
