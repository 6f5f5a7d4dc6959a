import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { renderWithWords } from '@/components/ui/testing';
import type { Explanation } from '@/lib/contracts/firing';
import type { ConditionTrace, Trace } from '@/lib/engine/explain';
import { VerdictSentence } from './verdict-sentence';
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
  it('tells whether the rest was as the rule wants it', () => {
    const rest = (trace: Trace) => {
      const deciding = decidingOf(trace);
      return deciding && 'rest' in deciding ? deciding.rest : null;
    };
    const any = (verdict: 'met' | 'unknown'): Trace => ({
      any: [condition('x', 'unmet'), condition('y', verdict)],
      verdict,
    });
    expect(rest({ all: [condition('group', 'unmet'), any('met')], verdict: 'unmet' })).toBe('held');
    expect(rest({ all: [condition('group', 'unmet'), any('unknown')], verdict: 'unmet' })).toBe('unknown');
    expect(rest({ all: [condition('a', 'unknown'), condition('b', 'unmet')], verdict: 'unmet' })).toBe('unknown');
    const inside: Trace = { all: [condition('a', 'unmet'), condition('b', 'unknown')], verdict: 'unmet' };
    expect(rest({ all: [condition('c', 'met'), inside], verdict: 'unmet' })).toBe('unknown');
    expect(rest({ none: [condition('a', 'unmet'), condition('b', 'met')], verdict: 'unmet' })).toBe('held');
    expect(rest({ none: [condition('a', 'unknown'), condition('b', 'met')], verdict: 'unmet' })).toBe('unknown');
  });
  it('is nothing when the rule holds', () => {
    expect(decides({ all: [condition('a', 'met')], verdict: 'met' })).toBeNull();
  });
});

describe('the sentence', () => {
  afterEach(cleanup);
  const say = (trace: Trace) => {
    const explanation: Explanation = {
      rule: { id: 'r', name: 'Rule', family: 'trigger', version: 1, active: true },
      event: { id: 'e', type: 'message_sent', occurredAt: '2026-11-12T14:26:00.000Z' },
      ...{ fired: false, reason: 'conditions', firing: null, checks: [], trace: { ...trace } },
    };
    renderWithWords(<VerdictSentence explanation={explanation} references={{}} />);
    return screen.getByRole('status').textContent;
  };
  const group: ConditionTrace = { ...condition('group', 'unmet'), actual: null };

  it('says that everything else held where it did', () => {
    const all = [group, condition('queue_size', 'met')];
    expect(say({ all, verdict: 'unmet' })).toMatch(/Group had no value.*Everything else held\.$/);
  });
  it('does not say so where another condition could not be told', () => {
    const any: Trace = {
      any: [condition('queue_size', 'unmet'), condition('customer_name', 'unknown')],
      verdict: 'unknown',
    };
    const said = say({ all: [group, any], verdict: 'unmet' });
    expect(said).toMatch(/Group had no value.*Whether everything else held could not be told\.$/);
    expect(said).not.toContain('Everything else held');
  });
});
