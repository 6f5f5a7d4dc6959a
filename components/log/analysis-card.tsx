'use client';

import { useTranslations } from 'next-intl';
import { Receipt } from '@/components/rule-editor/receipt';
import { Card } from '@/components/ui/card';
import { StatusDot, type StatusTone } from '@/components/ui/status-dot';
import type { EventAnalysis } from '@/lib/contracts/firing';
import type { Json } from '@/lib/engine/value';

/** How the language model sorted the event's message, with what it was asked and what it answered. */
export function AnalysisCard({ analysis }: { analysis: EventAnalysis }) {
  const t = useTranslations('log.analysis');
  const reasons = useTranslations('firings');
  const rules = useTranslations('rules');
  const { state, attempt, result, error } = analysis;
  const reason = `reason.${String(error?.code)}` as 'reason.timed_out';
  const read = (['sentiment', 'context'] as const).flatMap((field) => {
    const value = result?.[field];
    return typeof value === 'string' ? [{ field, value: rules(`option.${value}` as 'option.negative') }] : [];
  });
  const failed = error !== null && state !== 'done';
  return (
    <Card title={t('title')} note={read.map(({ field, value }) => `${rules(`field.${field}`)}: ${value}`).join(' · ')}>
      <StatusDot tone={TONES[state]}>{t(`state.${state}`)}</StatusDot>
      {attempt > 1 ? <span className="text-ink-3"> · {reasons('attempts', { count: attempt })}</span> : null}
      {failed ? (
        <p className={state === 'failed' ? 'mt-1 text-stop-ink' : 'mt-1 text-ink-2'}>
          {reasons.has(reason) ? reasons(reason) : String(error.code)}
          {typeof error.detail === 'string' ? (
            <span className="block text-xs break-words text-ink-3">{error.detail}</span>
          ) : null}
        </p>
      ) : null}
      {/* Plain JSON, as it came from the database. */}
      {result?.prompt ? <Receipt value={result as Record<string, Json>} /> : null}
    </Card>
  );
}

const TONES: Record<EventAnalysis['state'], StatusTone> = {
  waiting: 'waiting',
  done: 'active',
  skipped: 'inactive',
  failed: 'broken',
  cancelled: 'inactive',
};
