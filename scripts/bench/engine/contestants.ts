import { ZenEngine } from '@gorules/zen-engine';
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import { compileRule, type Judge } from '@/lib/engine/evaluate';
import { compile } from '@/lib/engine/regex';
import { type Condition, isGroup, partsOf, type Rule } from '@/lib/engine/rule';
import { createRuleSet } from '@/lib/engine/rule-set';
import type { Facts } from '@/lib/engine/value';
import type { Happening } from './workload';

/** Answers the ids of the rules that an event meets; made once for many events. */
export type Contestant = (happening: Happening) => string[] | Promise<string[]>;

export const signalbox = (rules: readonly Rule[]): Contestant => {
  const set = createRuleSet(rules);
  return ({ event, facts }) => set.match(event, facts);
};

/** One compiled judge for each rule, asked in turn among the rules of the event. */
export const interpreter = (rules: readonly Rule[]): Contestant => {
  const byEvent = Map.groupBy(rules, ({ on }) => on);
  const judges = new Map<string, { id: string; judge: Judge }[]>();
  for (const [event, group] of byEvent) {
    judges.set(
      event,
      group.map((rule) => ({ id: rule.id, judge: compileRule(rule) })),
    );
  }
  return ({ event, facts }) =>
    (judges.get(event) ?? []).filter(({ judge }) => judge(facts) === true).map(({ id }) => id);
};

/** What nobody can do without: read the facts, look at every character once, hand out the ids. */
export function bound(answers: ReadonlyMap<Happening, readonly string[]>): Contestant {
  return (happening) => {
    const { facts } = happening;
    let sum = 0;
    for (const key in facts) {
      if (!Object.hasOwn(facts, key)) continue;
      const fact = facts[key];
      if (key !== 'message') sum += fact === null ? 0 : 1;
      else if (typeof fact === 'string') for (let i = 0; i < fact.length; i++) sum += fact.charCodeAt(i);
    }
    const ids: string[] = [];
    for (const id of answers.get(happening) ?? []) ids.push(id);
    if (sum < 0) ids.length = 0;
    return ids;
  };
}

export const jsonLogic = (rules: readonly Rule[]): Contestant => {
  const engine = new LogicEngine();
  engine.addMethod('holds', ([text, needle]: [string, string]) => text.includes(needle));
  engine.addMethod('meets', ([list, other]: [string[], string[]]) => other.some((item) => list.includes(item)));
  const patterns: RegExp[] = [];
  engine.addMethod('matches', ([text, number]: [string, number]) => patterns[number]?.test(text) ?? false);
  const asLogic = (condition: Condition): unknown => {
    const fact = { var: plainName(condition) };
    const lower = { var: `${condition.field}_lower` };
    const value = condition.value;
    switch (condition.operator) {
      case 'is':
        return { '===': [fact, value] };
      case 'is_not':
        return { '!==': [fact, value] };
      case 'less_than':
        return { '<': [fact, value] };
      case 'greater_than':
        return { '>': [fact, value] };
      case 'less_or_equal':
        return { '<=': [fact, value] };
      case 'greater_or_equal':
        return { '>=': [fact, value] };
      case 'one_of':
        return condition.field === 'tags'
          ? { meets: [fact, { preserve: value }] }
          : { in: [fact, { preserve: value }] };
      case 'none_of':
        return { '!': [{ in: [fact, { preserve: value }] }] };
      case 'contains':
        return { holds: [lower, String(value).toLowerCase()] };
      case 'not_contains':
        return { '!': [{ holds: [lower, String(value).toLowerCase()] }] };
      case 'contains_case_sensitive':
        return { holds: [fact, value] };
      default:
        return { matches: [fact, patterns.push(nativePattern(condition)) - 1] };
    }
  };
  const byEvent = new Map<string, { id: string; test: (facts: unknown) => unknown }[]>();
  for (const [event, group] of Map.groupBy(rules, ({ on }) => on)) {
    byEvent.set(
      event,
      group.map((rule) => {
        const { combinator, items } = conditionsIn(rule);
        const logic = { [combinator === 'all' ? 'and' : 'or']: items.map(asLogic) };
        const test = engine.build(logic);
        return { id: rule.id, test: (facts: unknown): unknown => test(facts) };
      }),
    );
  }
  return ({ event, facts }) => {
    const plain = plainFacts(facts);
    return (byEvent.get(event) ?? []).filter(({ test }) => test(plain)).map(({ id }) => id);
  };
};

const RULES_ENGINE_OPERATORS: Readonly<Record<string, string>> = {
  is: 'equal',
  is_not: 'notEqual',
  less_than: 'lessThan',
  greater_than: 'greaterThan',
  less_or_equal: 'lessThanInclusive',
  greater_or_equal: 'greaterThanInclusive',
  one_of: 'in',
  none_of: 'notIn',
};

export const jsonRules = (rules: readonly Rule[]): Contestant => {
  const engines = new Map<string, Engine>();
  for (const [event, group] of Map.groupBy(rules, ({ on }) => on)) {
    const engine = new Engine();
    engine.addOperator('holds', (text: string, needle: string) => text.includes(needle));
    engine.addOperator('lacks', (text: string, needle: string) => !text.includes(needle));
    engine.addOperator('meets', (list: string[], other: string[]) => other.some((item) => list.includes(item)));
    engine.addOperator('matches', (text: string, pattern: RegExp) => pattern.test(text));
    for (const rule of group) {
      const { combinator, items } = conditionsIn(rule);
      const conditions = combinator === 'all' ? { all: items.map(asRulesEngine) } : { any: items.map(asRulesEngine) };
      engine.addRule({ conditions, event: { type: rule.id } });
    }
    engines.set(event, engine);
  }
  return async ({ event, facts }) => {
    const { events } = (await engines.get(event)?.run(plainFacts(facts))) ?? { events: [] };
    return events.map(({ type }) => type);
  };
};

function asRulesEngine(condition: Condition) {
  const { operator, value, field } = condition;
  const fact = plainName(condition);
  if (field === 'tags') return { fact, operator: 'meets', value };
  if (operator === 'contains_case_sensitive') return { fact, operator: 'holds', value };
  if (operator === 'contains' || operator === 'not_contains') {
    const name = operator === 'contains' ? 'holds' : 'lacks';
    return { fact: `${field}_lower`, operator: name, value: String(value).toLowerCase() };
  }
  const known = RULES_ENGINE_OPERATORS[operator];
  return known ? { fact, operator: known, value } : { fact, operator: 'matches', value: nativePattern(condition) };
}

/** One decision for each event, in which every rule is an expression. */
export const zen = (rules: readonly Rule[]): Contestant => {
  const engine = new ZenEngine();
  const decisions = new Map(
    [...Map.groupBy(rules, ({ on }) => on)].map(([event, group]) => [
      event,
      engine.createDecision(Buffer.from(JSON.stringify(zenGraph(group)))),
    ]),
  );
  return async ({ event, facts }) => {
    const answer = await decisions.get(event)?.evaluate(plainFacts(facts));
    const result: Record<string, unknown> = answer?.result ?? {};
    return Object.keys(result).filter((id) => result[id] === true);
  };
};

function zenGraph(rules: readonly Rule[]) {
  const expressions = rules.map((rule) => {
    const { combinator, items } = conditionsIn(rule);
    const value = items.map((item) => `(${asZen(item)})`).join(combinator === 'all' ? ' and ' : ' or ');
    return { id: rule.id, key: rule.id, value };
  });
  const node = (id: string, type: string, content?: object) => ({
    id,
    name: id,
    type,
    position: { x: 0, y: 0 },
    ...(content && { content }),
  });
  return {
    nodes: [node('in', 'inputNode'), node('rules', 'expressionNode', { expressions }), node('out', 'outputNode')],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'rules' },
      { id: 'b', type: 'edge', sourceId: 'rules', targetId: 'out' },
    ],
  };
}

function asZen(condition: Condition): string {
  const fact = plainName(condition);
  const value = JSON.stringify(condition.value);
  const lower = JSON.stringify(String(condition.value).toLowerCase());
  const signs: Readonly<Record<string, string>> = {
    is: '==',
    is_not: '!=',
    less_than: '<',
    greater_than: '>',
    less_or_equal: '<=',
    greater_or_equal: '>=',
    one_of: 'in',
    none_of: 'not in',
  };
  if (condition.field === 'tags') return `some(${fact}, # in ${value})`;
  const sign = signs[condition.operator];
  if (sign) return `${fact} ${sign} ${value}`;
  if (condition.operator === 'contains') return `contains(${condition.field}_lower, ${lower})`;
  if (condition.operator === 'not_contains') return `not contains(${condition.field}_lower, ${lower})`;
  if (condition.operator === 'contains_case_sensitive') return `contains(${fact}, ${value})`;
  const text = condition.operator === 'regex' ? `${condition.field}_lower` : fact;
  return `matches(${text}, '^(?:${String(condition.value)})$')`;
}

/** Facts without depth: the status of a group under a name of its own, texts in lower case as well. */
function plainFacts(facts: Facts): Record<string, unknown> {
  const known = plain.get(facts);
  if (known) return known;
  const made: Record<string, unknown> = {};
  for (const [name, fact] of Object.entries(facts)) {
    if (typeof fact === 'object' && fact !== null && !Array.isArray(fact)) {
      for (const [key, value] of Object.entries(fact)) made[`${name}_${key}`.replaceAll('-', '_')] = value;
    } else made[name] = fact;
    if (typeof fact === 'string') made[`${name}_lower`] = fact.toLowerCase();
  }
  plain.set(facts, made);
  return made;
}

/** Preparing the facts is not counted for the others. */
const plain = new WeakMap<Facts, Record<string, unknown>>();

function plainName({ field, group }: Condition): string {
  return group === undefined ? field : `${field}_${String(group)}`.replaceAll('-', '_');
}

function conditionsIn(rule: Rule) {
  const { combinator, items } = partsOf(rule.when);
  return { combinator, items: items.filter((item): item is Condition => !isGroup(item)) };
}

/** The workload's patterns mean the same in JavaScript. */
function nativePattern({ operator, value }: Condition): RegExp {
  if (!compile(String(value)).ok) throw new Error(`Not a pattern: ${String(value)}`);
  return new RegExp(`^(?:${String(value)})$`, operator === 'regex' ? 'i' : '');
}
