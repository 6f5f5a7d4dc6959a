'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { Verdict, type VerdictState } from '@/components/ui/verdict';
import type { Explanation } from '@/lib/contracts/firing';
import type { References } from './editor-context';
import { groupOf } from './explanation-group';
import { traceOf } from './firing-views';
import { conditionWords, decidingOf } from './verdict-words';

interface VerdictSentenceProps {
  explanation: Explanation;
  references: References;
}

/** Why a rule fired or not, in one sentence. */
export function VerdictSentence({ explanation, references }: VerdictSentenceProps) {
  const t = useTranslations('log');
  const state = ({ fired: 'met', unknown: 'unknown', not: 'unmet' } as const)[groupOf(explanation)];
  const { main, more } = useSentence(explanation, references);
  return (
    <div role="status" className={clsx('flex gap-2.5 rounded-md px-3.5 py-3', GROUNDS[state])}>
      <Verdict state={state} markOnly className="mt-1 self-start" />
      <div className="min-w-0 flex-1">
        <p className="text-base leading-6 break-words text-ink [&_b]:font-semibold">{main}</p>
        {more ? <p className="text-ink-2">{more}</p> : null}
      </div>
      {explanation.firing ? (
        <Link href={`/log/${explanation.firing}`} className="link shrink-0 leading-6">
          {t('why.open')}
        </Link>
      ) : null}
    </div>
  );
}

function useSentence(explanation: Explanation, references: References): { main: ReactNode; more?: string } {
  const t = useTranslations('log.verdict');
  const rules = useTranslations('rules');
  const firings = useTranslations('firings.reason');
  const { fired, firing, reason } = explanation;
  if (fired) return { main: t('fired') };
  if (firing !== null) {
    const known = String(reason) as 'rate';
    return { main: t('skipped', { reason: firings.has(known) ? firings(known) : String(reason) }) };
  }
  const trace = traceOf(explanation);
  const deciding = reason === 'conditions' && trace ? decidingOf(trace) : null;
  if (!deciding) return { main: t(reason as 'inactive') };
  if (deciding.kind === 'any') return { main: t('any', { count: deciding.count }) };
  if (deciding.kind === 'group') return { main: t('group') };
  const b = (chunks: ReactNode) => <b>{chunks}</b>;
  const said = { ...conditionWords(rules, deciding.condition, references), b };
  if (deciding.kind === 'unknown') {
    const why = deciding.condition.reason;
    return { main: t.rich('unknown', { ...said, reason: why ? rules(`unknown.${why}`) : '' }) };
  }
  const more = deciding.others > 0 ? t('others', { count: deciding.others }) : t(RESTS[deciding.rest]);
  return { main: t.rich(deciding.kind, said), more };
}

const RESTS = { held: 'rest', unknown: 'restUnknown' } as const;

const GROUNDS: Record<VerdictState, string> = { met: 'bg-go-soft', unmet: 'bg-surface-2', unknown: 'bg-wait-soft' };
