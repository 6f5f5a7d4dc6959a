'use client';

import { useTranslations } from 'next-intl';
import type { References } from '@/components/rule-editor/editor-context';
import { partsOfTrace } from '@/components/rule-editor/trace-parts';
import { TraceTable } from '@/components/rule-editor/trace-table';
import { Card } from '@/components/ui/card';
import { Verdict } from '@/components/ui/verdict';
import type { Trace } from '@/lib/engine/explain';

/** Why a rule fired: its conditions with the values seen at the event. */
export function WhyCard({ trace, references }: { trace: Trace | null; references: References }) {
  const t = useTranslations('log');
  return (
    <Card
      divided
      padded={false}
      className="overflow-hidden"
      title={
        <span className="inline-flex items-center gap-2">
          <Verdict state={trace?.verdict ?? 'met'} markOnly />
          {t('firing.why')}
        </span>
      }
      note={trace ? t(`firing.why${partsOfTrace(trace).combinator}`) : undefined}
      action={<span className="pr-2 text-xs text-ink-3 max-[960px]:hidden">{t('firing.readOnce')}</span>}
    >
      {trace ? (
        <TraceTable trace={trace} references={references} />
      ) : (
        <p className="px-4 py-3 text-ink-3">{t('detail.noTrace')}</p>
      )}
    </Card>
  );
}
