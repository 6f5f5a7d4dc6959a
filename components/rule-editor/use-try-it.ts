'use client';

import { useMessages } from 'next-intl';
import { useMemo, useState } from 'react';
import { textsOf } from '@/lib/engine/action-texts';
import { type ConditionTrace, explain, type GroupTrace, type Trace, type TraceNode } from '@/lib/engine/explain';
import { placeholdersIn } from '@/lib/engine/placeholder-text';
import { eventOf, fieldOf, fields, isAvailable } from '@/lib/engine/registry';
import { COMBINATORS, conditionsOf } from '@/lib/engine/rule';
import type { Facts, FactValue, Family } from '@/lib/engine/value';
import type { RuleBody } from './draft';
import type { References, SeenVerdict } from './editor-context';
import { type AskHours, useScheduleHours } from './use-schedule-hours';

/** A moment to try a rule on: what a recent event saw. */
export interface Sample {
  readonly id: string;
  readonly label: string;
  readonly event: string;
  readonly at: string;
  readonly facts: Facts;
}

export interface TryIt {
  readonly event: string;
  readonly at: Date;
  readonly facts: Facts;
  readonly trace: Trace | null;
  readonly fires: boolean;
  /** Verdict and value seen of every condition and group, by path. */
  readonly verdicts: Readonly<Record<string, SeenVerdict>>;
  readonly sampleId: string;
  setEvent(event: string): void;
  setAt(at: Date): void;
  setFact(id: string, value: FactValue, of?: string): void;
  take(sample: Sample | null): void;
}

/** Judges the rule as it stands in the editor, as one types, with the engine that runs on the server. */
export function useTryIt(
  rule: RuleBody,
  references: References,
  start: Date,
  /** What to begin with, instead of an ordinary moment. */
  first: Sample | null = null,
): TryIt {
  const examples = useExamples();
  const [sample, setSample] = useState<Sample | null>(first);
  const [event, setEvent] = useState<string | null>(null);
  const [at, setAt] = useState(first ? new Date(first.at) : start);
  const [changed, setChanged] = useState<Facts>({});
  const askHours = useScheduleHours(references);
  const on = event ?? sample?.event ?? rule.on;
  const facts = useMemo(
    () => ({
      ...usualFacts(on, at, references, examples, askHours),
      ...sample?.facts,
      ...merged(sample?.facts, changed),
    }),
    [on, at, references, examples, askHours, sample, changed],
  );
  const trace = useMemo(() => explained(rule, facts), [rule, facts]);
  const verdicts = useMemo(() => {
    const seen = trace ? [...verdictsOf(trace, 'when', (node) => hoursSeen(node, at, askHours))] : [];
    return Object.fromEntries(seen);
  }, [trace, at, askHours]);
  return {
    event: on,
    at,
    facts,
    trace,
    fires: trace?.verdict === 'met' && on === rule.on,
    verdicts,
    sampleId: sample?.id ?? '',
    setEvent,
    setAt: (next) => {
      setAt(next);
      setChanged(({ hour_of_day: _hour, day_of_week: _day, ...rest }) =>
        Object.fromEntries(Object.entries(rest).filter(([id]) => fieldOf(id)?.of !== 'schedule')),
      );
    },
    setFact: (id, value, of) =>
      setChanged((before) => ({
        ...before,
        [id]: of === undefined ? value : { ...recordOf(before[id]), [of]: value },
      })),
    take: (next) => {
      setSample(next);
      setEvent(null);
      setChanged({});
      setAt(next ? new Date(next.at) : start);
    },
  };
}

/** The facts that a rule's conditions ask for and its texts show, each once, in reading order. */
export function factsAsked(family: Family, rule: RuleBody): { id: string; of?: string }[] {
  const asked = new Map<string, { id: string; of?: string }>();
  for (const { condition } of conditionsOf(rule.when)) {
    const field = fieldOf(condition.field);
    if (!field) continue;
    const of = field.of ? String(condition[field.of] ?? '') : undefined;
    asked.set(`${field.id}|${of ?? ''}`, { id: field.id, of });
  }
  for (const name of placeholdersIn(textsOf(family, rule.do).join('\n'))) {
    if (!fieldOf(name)?.of && !asked.has(`${name}|`)) asked.set(`${name}|`, { id: name });
  }
  return [...asked.values()];
}

/** Facts worth showing, by id, out of the catalogue: a name, a message, an estimate. */
function useExamples(): Facts {
  const { rules } = useMessages();
  return useMemo(
    () =>
      Object.fromEntries(
        Object.entries(rules.example).map(([id, text]) => [id, /^\d+$/.test(text) ? Number(text) : text]),
      ),
    [rules],
  );
}

/** An ordinary moment, so that a new rule has something to be judged on. */
function usualFacts(event: string, at: Date, references: References, examples: Facts, askHours: AskHours): Facts {
  const on = eventOf(event);
  const entries = fields
    .filter((field) => !on || isAvailable(field, on))
    .map((field): [string, Facts[string]] => {
      const { type } = field;
      const asked = (key: string) => (field.of === 'schedule' && askHours(key, at)?.state) || usualValue(type);
      if (field.of)
        return [field.id, Object.fromEntries((references[field.of] ?? []).map(({ key }) => [key, asked(key)]))];
      return [field.id, type.kind === 'reference' ? (references[type.to]?.[0]?.key ?? null) : usualValue(type)];
    });
  const clock = { hour_of_day: at.getUTCHours(), day_of_week: (at.getUTCDay() + 6) % 7 };
  const usual = Object.fromEntries(entries);
  const known = Object.entries(examples).filter(([id]) => id in usual || !fieldOf(id));
  return { ...usual, ...Object.fromEntries(known), ...clock };
}

function usualValue(type: (typeof fields)[number]['type']): FactValue {
  if (type.kind === 'integer') return type.min;
  if (type.kind === 'boolean') return true;
  if (type.kind === 'choice' || type.kind === 'state') return type.options.at(-1) ?? null;
  if (type.kind === 'set') return [];
  return '';
}

/** The rule judged on facts; null for what is no rule yet. */
export function explained(rule: RuleBody, facts: Facts): Trace | null {
  try {
    return explain(rule, facts);
  } catch {
    // A rule that is being written may be no rule yet; the validation says what is missing.
    return null;
  }
}

/** Verdict and value seen of every condition and group of a trace, by path. */
export function verdictsByPath(trace: Trace): Readonly<Record<string, SeenVerdict>> {
  return Object.fromEntries(verdictsOf(trace, 'when', () => undefined));
}

type HoursOf = (node: ConditionTrace) => SeenVerdict['hours'];

/** A condition on a schedule, unless its value was set by hand and is not what the schedule says. */
function hoursSeen({ field, of, actual }: ConditionTrace, at: Date, askHours: AskHours): SeenVerdict['hours'] {
  if (fieldOf(field)?.of !== 'schedule') return undefined;
  const seen = askHours(String(of?.schedule ?? ''), at);
  return seen?.state === actual ? { seen, at } : undefined;
}

function* verdictsOf(trace: GroupTrace, path: string, hoursOf: HoursOf): Generator<[string, SeenVerdict]> {
  yield [path, { verdict: trace.verdict, reason: trace.reason }];
  const combinator = COMBINATORS.find((each) => trace[each] !== undefined) ?? 'all';
  for (const [index, node] of (trace[combinator] ?? []).entries())
    yield* verdictOfNode(node, `${path}.${combinator}[${index}]`, hoursOf);
}

function* verdictOfNode(node: TraceNode, path: string, hoursOf: HoursOf): Generator<[string, SeenVerdict]> {
  if ('field' in node) {
    const { verdict, actual, reason } = node;
    yield [path, { verdict, actual, reason, hours: hoursOf(node) }];
  } else yield* verdictsOf(node, path, hoursOf);
}

function merged(sample: Facts | undefined, changed: Facts): Facts {
  return Object.fromEntries(
    Object.entries(changed).map(([id, value]) => [
      id,
      isRecord(value) ? { ...recordOf(sample?.[id]), ...value } : value,
    ]),
  );
}

function recordOf(value: Facts[string]): Readonly<Record<string, FactValue>> {
  return isRecord(value) ? value : {};
}

function isRecord(value: Facts[string]): value is Readonly<Record<string, FactValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
