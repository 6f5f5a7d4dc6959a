import type { useTranslations } from 'next-intl';
import type { ConditionTrace, Trace, TraceNode } from '@/lib/engine/explain';
import { fieldOf } from '@/lib/engine/registry';
import type { Json } from '@/lib/engine/value';
import type { References } from './editor-context';
import { partsOfTrace } from './trace-parts';
import { fieldWords, valueWords } from './value-words';

type RulesWords = ReturnType<typeof useTranslations<'rules'>>;

/** What decided that a rule did not fire. */
export type Deciding =
  | { kind: 'all' | 'none' | 'unknown'; condition: ConditionTrace; others: number }
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
  const condition = firstCondition(guilty[0], wanted);
  if (!condition) return { kind: 'group' };
  const kind = wanted === 'unknown' ? 'unknown' : combinator === 'none' ? 'none' : 'all';
  return { kind, condition, others: guilty.length - 1 };
}

/** Itself, or the only one of its group that is at fault. */
function firstCondition(node: TraceNode | undefined, wanted: string): ConditionTrace | null {
  if (!node || 'field' in node) return node ?? null;
  const { combinator, items } = partsOfTrace(node);
  const guilty = items.filter(({ verdict }) => verdict === wanted);
  if (combinator === 'none' || (combinator === 'any' && wanted === 'unmet' && items.length > 1)) return null;
  return guilty.length === 1 || wanted === 'unknown' ? firstCondition(guilty[0], wanted) : null;
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
