'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { References } from '@/components/rule-editor/editor-context';
import { groupOf } from '@/components/rule-editor/explanation-group';
import { traceOf } from '@/components/rule-editor/firing-views';
import { conditionWords, decidingOf } from '@/components/rule-editor/verdict-words';
import { Link } from '@/components/ui/link';
import { StatusDot, type StatusTone } from '@/components/ui/status-dot';
import type { Explanation } from '@/lib/contracts/firing';

export interface RulesOnEventProps {
  rules: readonly Explanation[];
  references: References;
  /** Where a rule's explanation stands. */
  eventId: string;
  /** The rule that is explained now. */
  current?: string;
}

/** Rules of an event, each with what became of it; a click explains it. */
export function RulesOnEvent({ rules, references, eventId, current }: RulesOnEventProps) {
  const t = useTranslations('log.short');
  const words = useTranslations('rules');
  return (
    <ul className="grid">
      {rules.map((each) => (
        <li key={each.rule.id}>
          <Link
            href={`/log/events/${eventId}?rule=${each.rule.id}`}
            prefetch={false}
            scroll={false}
            aria-current={each.rule.id === current ? 'true' : undefined}
            className={clsx(
              'flex gap-2.5 px-4 py-2 -outline-offset-2! hover:bg-surface-2',
              each.rule.id === current && 'bg-accent-soft shadow-[inset_2px_0_var(--color-accent)]',
            )}
          >
            <StatusDot tone={toneOf(each)} className="h-5" />
            <span className="min-w-0 flex-1">
              <span className="block leading-5 font-medium break-words">{each.rule.name}</span>
              <span className="block text-xs text-ink-2">{shortWords(each, t, words, references)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function toneOf(explanation: Explanation): StatusTone {
  return ({ fired: 'active', unknown: 'waiting', not: 'inactive' } as const)[groupOf(explanation)];
}

function shortWords(
  explanation: Explanation,
  t: ReturnType<typeof useTranslations<'log.short'>>,
  words: ReturnType<typeof useTranslations<'rules'>>,
  references: References,
): string {
  const { fired, reason } = explanation;
  if (fired) return t('fired');
  const trace = traceOf(explanation);
  const deciding = reason === 'conditions' && trace ? decidingOf(trace) : null;
  if (deciding && 'condition' in deciding) {
    const said = conditionWords(words, deciding.condition, references);
    return deciding.kind === 'unknown' ? t('unknown', { field: said.field }) : t('conditions', said);
  }
  if (reason === 'conditions') return words('trace.label');
  return t(reason as 'inactive');
}
