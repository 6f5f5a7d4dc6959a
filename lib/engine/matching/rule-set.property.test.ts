import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFacts, arbitraryRule } from '@/lib/testing/arbitrary-rule';
import { hostileFacts, hostileRule } from '@/lib/testing/hostile-rule';
import { compileRule } from '../evaluate';
import type { Rule } from '../rule';
import { createRuleSet } from '../rule-set';
import type { Facts } from '../value';

const EVENT = 'message_sent';
/** So many that they are indexed. */
const MANY = { minLength: 30, maxLength: 90 };

const identified = (rules: readonly Omit<Rule, 'id' | 'on'>[]): Rule[] =>
  rules.map((rule, index) => ({ ...rule, on: EVENT, id: `r${index}` }));

const interpreted = (rules: Iterable<Rule>, event: string, facts: Facts): string[] =>
  [...rules].filter((rule) => rule.on === event && compileRule(rule)(facts) === true).map(({ id }) => id);

describe('a rule set', { timeout: 60_000 }, () => {
  it('meets the rules that the interpreter meets, in their order', () => {
    const rules = fc.array(arbitraryRule(), MANY).map(identified);
    fc.assert(
      fc.property(rules, fc.array(arbitraryFacts, { minLength: 1, maxLength: 5 }), (given, snapshots) => {
        const set = createRuleSet(given);
        for (const facts of snapshots) expect(set.match(EVENT, facts)).toEqual(interpreted(given, EVENT, facts));
      }),
      { numRuns: 50 },
    );
  });

  it('does so for rules and facts that nobody should have stored', () => {
    const rules = fc.array(hostileRule, MANY).map(identified);
    fc.assert(
      fc.property(rules, fc.array(hostileFacts, { minLength: 1, maxLength: 12 }), (given, snapshots) => {
        const set = createRuleSet(given);
        for (const facts of snapshots) expect(set.match(EVENT, facts)).toEqual(interpreted(given, EVENT, facts));
      }),
      { numRuns: 100 },
    );
  });

  it('does so one condition at a time, where nothing hides another', () => {
    const rules = fc.array(hostileRule, MANY).map((all) =>
      identified(
        all.flatMap(({ when, ...rest }) => [
          { ...rest, when: { none: [when] } },
          { ...rest, when },
        ]),
      ),
    );
    fc.assert(
      fc.property(rules, fc.array(hostileFacts, { minLength: 1, maxLength: 6 }), (given, snapshots) => {
        const set = createRuleSet(given);
        for (const facts of snapshots) expect(set.match(EVENT, facts)).toEqual(interpreted(given, EVENT, facts));
      }),
      { numRuns: 40 },
    );
  });
});

type Step =
  | { add: string; on: string; rule: Omit<Rule, 'id' | 'on'> }
  | { remove: string }
  | { match: Facts; on: string };

describe('a rule set that changes', { timeout: 60_000 }, () => {
  const id = fc.integer({ min: 0, max: 400 }).map((number) => `r${number}`);
  const on = fc.constantFrom(EVENT, EVENT, EVENT, 'conversation_queued');
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ add: id, on, rule: hostileRule }) },
    { weight: 4, arbitrary: fc.record({ remove: id }) },
    { weight: 2, arbitrary: fc.record({ match: hostileFacts, on }) },
  );

  it('equals a list of rules through thousands of changes', () => {
    fc.assert(
      fc.property(fc.array(hostileRule, { maxLength: 60 }), steps(step, 3_000), (first, changes) => {
        const set = createRuleSet(identified(first));
        const model = new Map(identified(first).map((rule) => [rule.id, rule]));
        for (const change of changes) take(set, model, change);
        expect(set.size).toBe(model.size);
      }),
      { numRuns: 2 },
    );
  });

  it('equals it when all rules leave and others come', () => {
    const facts = fc.array(hostileFacts, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(hostileRule, { minLength: 40, maxLength: 60 }), facts, (rules, snapshots) => {
        const set = createRuleSet([]);
        const model = new Map<string, Rule>();
        for (let round = 0; round < 8; round++) {
          for (const rule of identified(rules)) take(set, model, { add: `${rule.id}-${round}`, on: EVENT, rule });
          for (const match of snapshots) take(set, model, { match, on: EVENT });
          for (const rule of identified(rules))
            if (round % 3 !== 0) take(set, model, { remove: `${rule.id}-${round - 1}` });
        }
      }),
      { numRuns: 3 },
    );
  });
});

function steps(step: fc.Arbitrary<Step>, count: number): fc.Arbitrary<Step[]> {
  return fc.array(step, { minLength: count, maxLength: count, size: 'max' });
}

function take(set: ReturnType<typeof createRuleSet>, model: Map<string, Rule>, step: Step): void {
  if ('add' in step) {
    const rule = { ...step.rule, id: step.add, on: step.on };
    set.add(rule);
    model.set(rule.id, rule);
  } else if ('remove' in step) {
    set.remove(step.remove);
    model.delete(step.remove);
  } else {
    expect(set.match(step.on, step.match)).toEqual(interpreted(model.values(), step.on, step.match));
  }
}
