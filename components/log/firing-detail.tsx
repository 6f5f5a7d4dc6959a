'use client';

import { useTranslations } from 'next-intl';
import type { References } from '@/components/rule-editor/editor-context';
import { stepCounts, stepsOf, traceOf } from '@/components/rule-editor/firing-views';
import { useRetry } from '@/components/rule-editor/retry-steps';
import { StepTimeline } from '@/components/rule-editor/step-timeline';
import { TraceTable } from '@/components/rule-editor/trace-table';
import { WaitVerbs } from '@/components/rule-editor/wait-verbs';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import type { Firing } from '@/lib/contracts/firing';

export interface FiringDetailProps {
  firing: Firing;
  references: References;
  mayRetry: boolean;
}

/** A firing opened in place: its conditions beside its steps. */
export function FiringDetail({ firing, references, mayRetry }: FiringDetailProps) {
  const t = useTranslations('log.detail');
  const { retry, error } = useRetry(firing.id);
  const trace = traceOf(firing);
  return (
    <div
      data-no-row=""
      className="mr-5 mb-3 ml-11 grid cursor-default grid-cols-[minmax(0,1fr)_minmax(300px,372px)] overflow-hidden rounded-md border border-line bg-surface whitespace-normal max-panel:grid-cols-1"
    >
      <div className="min-w-0 border-r border-line max-panel:border-r-0 max-panel:border-b">
        {trace ? (
          <TraceTable trace={trace} references={references} />
        ) : (
          <p className="px-4 py-3 text-ink-3">{t('noTrace')}</p>
        )}
      </div>
      <div className="grid content-start gap-3 px-4 py-3">
        <p className="text-xs text-ink-3">{t('steps', stepCounts(firing))}</p>
        <StepTimeline
          steps={stepsOf(firing.steps)}
          matchedAt={firing.createdAt}
          version={firing.rule.version}
          onRetry={mayRetry ? retry : undefined}
          waitVerbs={mayRetry ? <WaitVerbs firing={firing} /> : null}
        />
        {error ? <Notice tone="stop">{error}</Notice> : null}
        <div className="flex flex-wrap gap-2">
          <ButtonLink size="sm" href={`/log/${firing.id}`}>
            {t('open')}
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}
