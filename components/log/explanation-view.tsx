'use client';

import { useTranslations } from 'next-intl';
import type { References } from '@/components/rule-editor/editor-context';
import { traceOf } from '@/components/rule-editor/firing-views';
import { partsOfTrace } from '@/components/rule-editor/trace-parts';
import { TraceTable } from '@/components/rule-editor/trace-table';
import { VerdictSentence } from '@/components/rule-editor/verdict-sentence';
import { Card } from '@/components/ui/card';
import type { Explanation } from '@/lib/contracts/firing';
import { ChecksCard } from './checks-card';

/** Why a rule fired or not on an event: the sentence, what was asked first, and the conditions with what they saw. */
export function ExplanationView({ explanation, references }: { explanation: Explanation; references: References }) {
  const t = useTranslations('log.why');
  const trace = explanation.reason === 'other_event' ? null : traceOf(explanation);
  const heldBack = explanation.checks.findIndex(({ passed }) => !passed);
  const conditions = explanation.checks.findIndex(({ check }) => check === 'conditions');
  const checksFirst = heldBack !== -1 && heldBack !== conditions;
  const checks = explanation.checks.length > 0 ? <ChecksCard checks={explanation.checks} /> : null;
  return (
    <>
      <VerdictSentence explanation={explanation} references={references} />
      {checksFirst ? checks : null}
      {trace ? (
        <Card
          divided
          padded={false}
          className="overflow-hidden"
          title={t('conditions')}
          note={t(`${partsOfTrace(trace).combinator}Held`)}
          action={
            <span className="pr-2 text-xs text-ink-3 max-[960px]:hidden">
              {t('computed', { version: explanation.rule.version })}
            </span>
          }
        >
          <TraceTable trace={trace} references={references} />
        </Card>
      ) : null}
      {checksFirst ? null : checks}
    </>
  );
}
