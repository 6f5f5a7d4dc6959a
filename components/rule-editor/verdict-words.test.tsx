import { describe, expect, it } from 'vitest';
import type { ConditionTrace, Trace } from '@/lib/engine/explain';
import { decidingOf } from './verdict-words';

const condition = (field: string, verdict: ConditionTrace['verdict']): ConditionTrace => ({
  ...{ field, operator: 'is', expected: 1, actual: 2, verdict },
});
const decides = (trace: Trace) => {
  const deciding = decidingOf(trace);
  return deciding && 'condition' in deciding ? [deciding.kind, deciding.condition.field, deciding.others] : deciding;
};

describe('what decided a no', () => {
  it('is the unmet condition of ALL, with how many others failed', () => {
    const all = [condition('a', 'met'), condition('b', 'unmet'), condition('c', 'unmet')];
    expect(decides({ all, verdict: 'unmet' })).toEqual(['all', 'b', 1]);
  });
  it('is every condition of ANY', () => {
    const any = [condition('a', 'unmet'), condition('b', 'unmet')];
    expect(decides({ any, verdict: 'unmet' })).toEqual({ kind: 'any', count: 2 });
    expect(decides({ any: [condition('a', 'unmet')], verdict: 'unmet' })).toEqual(['all', 'a', 0]);
  });
  it('is the met condition of NONE', () => {
    const none = [condition('a', 'unmet'), condition('b', 'met')];
    expect(decides({ none, verdict: 'unmet' })).toEqual(['none', 'b', 0]);
  });
  it('is looked for inside a group that failed through one condition', () => {
    const group: Trace = { all: [condition('a', 'met'), condition('b', 'unmet')], verdict: 'unmet' };
    expect(decides({ all: [group], verdict: 'unmet' })).toEqual(['all', 'b', 0]);
    const any: Trace = { any: [condition('a', 'unmet'), condition('b', 'unmet')], verdict: 'unmet' };
    expect(decides({ all: [any], verdict: 'unmet' })).toEqual({ kind: 'group' });
  });
  it('is the unknown condition where the verdict is unknown', () => {
    const all = [condition('a', 'met'), condition('b', 'unknown')];
    expect(decides({ all, verdict: 'unknown' })).toEqual(['unknown', 'b', 0]);
  });
  it('is nothing when the rule holds', () => {
    expect(decides({ all: [condition('a', 'met')], verdict: 'met' })).toBeNull();
  });
});
