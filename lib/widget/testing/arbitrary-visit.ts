/** Random messages and visits, among them what nobody would write, and how both are judged by one engine. */
import fc from 'fast-check';
import type { Choice, choose } from '@/lib/engine/proactive/choose';
import type { Candidate } from '@/lib/engine/proactive/message';
import type { factsOfVisit } from '@/lib/engine/proactive/visit-facts';
import { fieldsFor, operatorsFor } from '@/lib/engine/registry';
import type { Condition, Group, Node } from '@/lib/engine/rule';
import type { VisitState } from '@/lib/engine/state/fact-state';

/** What is compared: the server's, or what is built into pages. */
export interface Engine {
  readonly choose: typeof choose;
  readonly factsOfVisit: typeof factsOfVisit;
  readonly fieldsFor: typeof fieldsFor;
}

/** Plain JSON, so that it can travel into a browser. */
export interface Situation {
  readonly candidates: readonly Candidate[];
  readonly visit: VisitState;
  readonly seconds: number;
  readonly inside: boolean;
}

const words = ['/cart', 'Cart', 'CART', 'fr', 'fr-CA', 'straße', 'STRASSE', 'pro', '', '/products/*', '*'];
const word = fc.constantFrom(...words);
const condition: fc.Arbitrary<Condition> = fc.constantFrom(...fieldsFor('proactive')).chain((field) =>
  fc.constantFrom(...operatorsFor(field)).chain((operator) =>
    fc
      .record({
        one: word,
        many: fc.array(word, { maxLength: 3 }),
        number: fc.nat(50),
        ignoreCase: fc.boolean(),
        key: word,
      })
      .map(({ one, many, number, ignoreCase, key }): Condition => {
        const value =
          field.type.kind === 'integer' ? number : field.type.kind === 'state' ? (number % 2 ? 'new' : 'inside') : one;
        return {
          ...{ field: field.id, operator: operator.id, value: operator.operand === 'many' ? many : value },
          ...(field.of && { [field.of]: key }),
          ...(field.switches && { ignoreCase }),
        };
      }),
  ),
);
const group = (depth: number): fc.Arbitrary<Group> =>
  fc
    .tuple(
      fc.constantFrom('all', 'any', 'none'),
      fc.array(depth > 1 ? fc.oneof<fc.Arbitrary<Node>[]>(condition, group(depth - 1)) : condition, {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([combinator, items]) => ({ [combinator]: items }) as unknown as Group);
const candidate = fc.record({
  id: fc.uuid(),
  on: fc.oneof(
    fc.constant({ event: 'page_loaded' }),
    fc.nat(90).map((n) => ({ event: 'on_page', seconds: n + 1 })),
  ),
  when: group(3),
  frequency: fc.constantFrom('once_per_customer' as const, 'once_per_visit' as const, 'every_time' as const),
  send: fc.constantFrom({ when: 'any' as const }, { when: 'inside' as const, schedule: '/cart' }),
});
const visit: fc.Arbitrary<VisitState> = fc.record({
  url: fc.oneof(word, fc.webUrl()),
  ...{ title: word, referrer: word, returning: fc.boolean(), language: fc.option(word) },
  hoursSinceLastVisit: fc.option(fc.nat(60)),
  metadata: fc.dictionary(word, word),
});

export const situation: fc.Arbitrary<Situation> = fc.record({
  candidates: fc.array(candidate, { maxLength: 6 }),
  visit,
  seconds: fc.nat(100),
  inside: fc.boolean(),
});

/** Travels into browsers as its source: it may use nothing but what it is given. */
export function judge(engine: Engine, { candidates, visit, seconds, inside }: Situation): Choice {
  const at = new Date('2026-11-20T10:00:00Z');
  const schedules = { '/cart': inside ? 'inside' : 'outside' } as const;
  return engine.choose(candidates, {
    ...{ secondsOnPage: seconds, inConversation: false, onScreen: false, schedules },
    memory: { shown: new Set([candidates[0]?.id ?? '']), closedInVisit: new Set(), shownOnPage: new Set() },
    facts: engine.factsOfVisit(engine.fieldsFor('proactive'), visit, schedules, at),
  });
}
