import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '@/lib/messages/catalogue';
import { arbitraryFacts, arbitraryFactsFor, arbitraryRule } from '@/lib/testing/arbitrary-rule';
import { compileRule } from './evaluate';
import { explain } from './explain';
import { issuesOfTexts } from './liquid/check-text';
import { placeholders } from './registry';
import { groupOf, partsOf } from './rule';
import { createRuleSet } from './rule-set';
import { issuesOfBody } from './validation/rule-body';
import { allOf, anyOf, type Judgement, not, verdictOf } from './verdict';
import { ruleInWords, textOf } from './words';

const rule = arbitraryRule();
const judgement = fc.constantFrom<Judgement>(true, false, 'no_value', 'regex_budget');
const told = (value: Judgement) => verdictOf(value);

describe('any rule on any facts', () => {
  it('is explained with the verdict that it fires by', () => {
    fc.assert(
      fc.property(rule, arbitraryFacts, (each, facts) => {
        const judged = compileRule(each)(facts);
        const trace = explain(each, facts);
        expect(trace.verdict).toBe(verdictOf(judged));
        expect(trace.reason).toBe(typeof judged === 'boolean' ? undefined : judged);
      }),
      { numRuns: 500 },
    );
  });

  it('fires in a rule set exactly when it is met on its own event', () => {
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 8 }), arbitraryFacts, (rules, facts) => {
        const set = createRuleSet(rules.map((each, index) => ({ id: String(index), ...each })));
        for (const event of new Set(rules.map(({ on }) => on))) {
          const met = rules.flatMap((each, index) =>
            each.on === event && compileRule(each)(facts) === true ? [String(index)] : [],
          );
          expect(set.match(event, facts).sort()).toEqual(met.sort());
        }
      }),
      { numRuns: 200 },
    );
  });

  it('NONE is the opposite of ANY, and twice NONE is ALL of one', () => {
    fc.assert(
      fc.property(rule, arbitraryFacts, (each, facts) => {
        const { items } = partsOf(each.when);
        const any = compileRule({ when: groupOf('any', items) })(facts);
        const none = compileRule({ when: groupOf('none', items) })(facts);
        expect(told(none)).toBe(told(not(any)));
        const twice = compileRule({ when: { none: [{ none: [each.when] }] } })(facts);
        expect(told(twice)).toBe(told(compileRule(each)(facts)));
      }),
      { numRuns: 200 },
    );
  });

  it('says the same whatever the order of its conditions', () => {
    fc.assert(
      fc.property(rule, arbitraryFacts, (each, facts) => {
        const { combinator, items } = partsOf(each.when);
        const turned = { when: groupOf(combinator, [...items].reverse()) };
        expect(told(compileRule(turned)(facts))).toBe(told(compileRule(each)(facts)));
      }),
      { numRuns: 200 },
    );
  });

  it('passes validation, survives JSON and can be said in words', () => {
    const options = { locale: 'fr', messages: messagesFor('fr').rules, nameOf: () => undefined } as const;
    fc.assert(
      fc.property(rule, (each) => {
        expect(issuesOfBody('trigger', each)).toEqual([]);
        expect(JSON.parse(JSON.stringify(each))).toEqual(each);
        expect(textOf(ruleInWords('trigger', each, options))).toMatch(/^[^{}]+\.$/u);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any workflow on any ticket', () => {
  const workflow = arbitraryRule('workflow');
  const ticket = arbitraryFactsFor('workflow');

  it('is explained with the verdict that it fires by, and a rule set agrees', () => {
    fc.assert(
      fc.property(fc.array(workflow, { minLength: 1, maxLength: 40 }), ticket, (rules, facts) => {
        const set = createRuleSet(rules.map((each, index) => ({ id: String(index), ...each })));
        const met = rules.flatMap((each, index) => (compileRule(each)(facts) === true ? [String(index)] : []));
        expect(new Set(rules.flatMap(({ on }) => set.match(on, facts)))).toEqual(new Set(met));
        for (const each of rules) expect(explain(each, facts).verdict).toBe(verdictOf(compileRule(each)(facts)));
      }),
      { numRuns: 200 },
    );
  });

  it('passes validation unless it waits for what cannot be, and can be said in words', () => {
    const options = { locale: 'fr', messages: messagesFor('fr').rules, nameOf: () => undefined } as const;
    fc.assert(
      fc.property(workflow, (each) => {
        const codes = issuesOfBody('workflow', each).map(({ code }) => code);
        expect(codes.filter((code) => code !== 'never_together')).toEqual([]);
        expect(issuesOfTexts('workflow', each.do)).toEqual([]);
        expect(textOf(ruleInWords('workflow', each, options))).toMatch(/\.$/u);
      }),
      { numRuns: 300 },
    );
  });
});

describe('three-valued logic', () => {
  const list = fc.array(judgement, { minLength: 1, maxLength: 6 });

  it('obeys De Morgan, and an unknown part counts only when it could change the answer', () => {
    fc.assert(
      fc.property(list, (parts) => {
        expect(told(not(allOf(parts)))).toBe(told(anyOf(parts.map(not))));
        const worlds = [true, false].map((filled) => parts.map((part) => (typeof part === 'boolean' ? part : filled)));
        const [best, worst] = worlds.map((world) => allOf(world));
        expect(typeof allOf(parts) === 'boolean').toBe(best === worst);
        expect(told(not(not(allOf(parts))))).toBe(told(allOf(parts)));
      }),
    );
  });

  it('is associative', () => {
    fc.assert(
      fc.property(list, list, (left, right) => {
        expect(told(allOf([allOf(left), allOf(right)]))).toBe(told(allOf([...left, ...right])));
        expect(told(anyOf([anyOf(left), anyOf(right)]))).toBe(told(anyOf([...left, ...right])));
      }),
    );
  });
});

it('has every placeholder of the specification', () => {
  expect(placeholders).toHaveLength(17);
});
