import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileRule } from '../evaluate';
import type { Condition, Group, Rule } from '../rule';
import { createRuleSet, type RuleSet } from '../rule-set';

/** Few words that stand in each other, so that a text holds one here as a word, there within another. */
const WORDS = ['a', 'ab', 'b', 'ba', 'A', 'aB', 'a b'];
const EVENT = 'message_sent';

const word = fc.constantFrom(...WORDS);
const edge = fc.constantFrom('', '\\b');
const inside = fc.oneof(
  word,
  fc.tuple(word, word).map(([one, two]) => `(?:${one}|${two})`),
  fc.tuple(word, word).map(([one, two]) => `${one}b?${two}s?`),
);
const pattern = fc.tuple(edge, inside, edge).map(([before, body, after]) => `.*${before}${body}${after}.*`);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 3, arbitrary: on(fc.constantFrom('regex', 'regex_case_sensitive'), pattern) },
  { weight: 1, arbitrary: on(fc.constantFrom('contains', 'contains_case_sensitive', 'not_contains'), word) },
);
const when: fc.Arbitrary<Group> = fc.oneof(
  { weight: 3, arbitrary: condition.map((only) => ({ all: [only] })) },
  fc.array(condition, { minLength: 2, maxLength: 5 }).map((all) => ({ all })),
  fc.array(condition, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  fc.array(condition, { minLength: 1, maxLength: 2 }).map((none) => ({ none })),
);
const letters = fc.array(fc.constantFrom('a', 'b', 'A', 'B', ' ', ' ', 's', '-'), { maxLength: 14 });
/** Mostly plain; else with a second line, an accent, or long. */
const text = fc
  .tuple(letters, fc.constantFrom('', '', '', '', '\n', 'é', '-'.repeat(2_001)))
  .map(([all, end]) => `${all.join('')}${end}`);

it('finds words where a pattern wants them, before and after rules are added', { timeout: 60_000 }, () => {
  const rules = fc.array(when, { minLength: 30, maxLength: 45 });
  fc.assert(
    fc.property(rules, rules, fc.array(text, { minLength: 8, maxLength: 12 }), (first, more, texts) => {
      const given = first.map(ruleOf);
      const set = createRuleSet(given);
      expectEqual(set, given, texts);
      const added = more.map((each, i) => ruleOf(each, first.length + i));
      for (const rule of added) set.add(rule);
      expectEqual(set, [...given, ...added], texts);
    }),
    { numRuns: 10 },
  );
});

it('finds them after each change, while another index is laid out and put together', { timeout: 60_000 }, () => {
  const rules = fc.array(when, { minLength: 70, maxLength: 80 });
  fc.assert(
    fc.property(rules, fc.array(text, { minLength: 3, maxLength: 4 }), (all, texts) => {
      const [kept, later] = [all.slice(0, 30).map(ruleOf), all.slice(30).map((each, i) => ruleOf(each, 30 + i))];
      const set = createRuleSet(kept);
      for (const rule of later) {
        set.add(rule);
        kept.push(rule);
        // As many leave as come: before long half of the index is closed, and it is laid out anew.
        const gone = kept.shift();
        if (gone) set.remove(gone.id);
        expectEqual(set, kept, texts);
      }
    }),
    { numRuns: 5 },
  );
});

function on(operator: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<Condition> {
  return fc.record({ field: fc.constant('message'), operator, value });
}

function ruleOf(conditions: Group, index: number): Rule {
  return { id: `r${index}`, on: EVENT, when: conditions, do: [] };
}

function expectEqual(set: RuleSet, rules: readonly Rule[], texts: readonly string[]): void {
  const judges = rules.map((rule) => ({ id: rule.id, judge: compileRule(rule) }));
  for (const message of texts) {
    const met = judges.filter(({ judge }) => judge({ message }) === true).map(({ id }) => id);
    expect(set.match(EVENT, { message })).toEqual(met);
  }
}
