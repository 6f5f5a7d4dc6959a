import type { useTranslations } from 'next-intl';
import type { ConditionTrace, Trace, TraceNode } from '@/lib/engine/explain';
import { fieldOf } from '@/lib/engine/registry';
import type { Json } from '@/lib/engine/value';
import type { References } from './editor-context';
import { partsOfTrace } from './trace-parts';
import { fieldWords, valueWords } from './value-words';

type RulesWords = ReturnType<typeof useTranslations<'rules'>>;

/** Of what stands beside the one at fault: all as the rule wants it, or some of it could not be told. */
type Rest = 'held' | 'unknown';

/**
 * What decided that a rule did not fire. `others` counts what is at fault beside it; where that is none, `rest` says
 * whether the remainder is as the rule wants it.
 */
export type Deciding =
  | { kind: 'all' | 'none' | 'unknown'; condition: ConditionTrace; others: number; rest: Rest }
  | { kind: 'any'; count: number }
  | { kind: 'group' };

/** The condition at fault where it is one; null for a trace that is met. */
export function decidingOf(trace: Trace): Deciding | null {
  if (trace.verdict === 'met') return null;
  const { combinator, items } = partsOfTrace(trace);
  const wanted = trace.verdict === 'unknown' ? 'unknown' : combinator === 'none' ? 'met' : 'unmet';
  const guilty = items.filter(({ verdict }) => verdict === wanted);
  if (combinator === 'any' && trace.verdict === 'unmet' && items.length > 1)
    return { kind: 'any', count: items.length };
  const found = firstCondition(guilty[0], wanted);
  if (!found) return { kind: 'group' };
  const kind = wanted === 'unknown' ? 'unknown' : combinator === 'none' ? 'none' : 'all';
  const rest = both(restOf(items, guilty[0]), found.rest);
  return { kind, condition: found.condition, others: guilty.length - 1, rest };
}

/** Itself, or the only one of its group that is at fault. */
function firstCondition(node: TraceNode | undefined, wanted: string): { condition: ConditionTrace; rest: Rest } | null {
  if (!node) return null;
  if ('field' in node) return { condition: node, rest: 'held' };
  const { combinator, items } = partsOfTrace(node);
  const guilty = items.filter(({ verdict }) => verdict === wanted);
  if (combinator === 'none' || (combinator === 'any' && wanted === 'unmet' && items.length > 1)) return null;
  const found = guilty.length === 1 || wanted === 'unknown' ? firstCondition(guilty[0], wanted) : null;
  return found && { ...found, rest: both(restOf(items, guilty[0]), found.rest) };
}

function restOf(items: readonly TraceNode[], guilty: TraceNode | undefined): Rest {
  return items.some((item) => item !== guilty && item.verdict === 'unknown') ? 'unknown' : 'held';
}

function both(outer: Rest, inner: Rest): Rest {
  return outer === 'held' ? inner : outer;
}

/** A condition's field, value and demand in the reader's words; `seen` chooses the sentence about the value. */
export function conditionWords(t: RulesWords, condition: ConditionTrace, references: References) {
  const { field, of, operator, expected, actual } = condition;
  const type = fieldOf(field)?.type;
  const isText = type?.kind === 'text';
  const seen = actual !== null && actual !== undefined ? 'value' : type?.occurs ? 'never' : 'none';
  const say = (value: Json) => {
    const said = valueWords(t, field, value, references);
    return isText && typeof value === 'string' && value !== '' ? t('words.quoted', { value: said }) : said;
  };
  const asked = t(`operator.${operator}` as 'operator.is').toLocaleLowerCase();
  return {
    field: fieldWords(t, field, of, references),
    seen,
    actual: say(actual),
    expected: `${asked} ${say(expected)}`,
  };
}
