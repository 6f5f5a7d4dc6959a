'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { stepCounts, stepsOf } from '@/components/rule-editor/firing-views';
import { useRetry } from '@/components/rule-editor/retry-steps';
import { StepTimeline } from '@/components/rule-editor/step-timeline';
import { WaitVerbs } from '@/components/rule-editor/wait-verbs';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { useLivePage } from '@/components/ui/use-live-page';
import type { Firing } from '@/lib/contracts/firing';

/** What a firing did and will do; the page follows while something is still to come. */
export function DidCard({ firing, mayRetry }: { firing: Firing; mayRetry: boolean }) {
  const t = useTranslations('log.firing');
  const { retry, error } = useRetry(firing.id);
  const due = firing.steps.find(({ state }) => state === 'waiting')?.dueAt ?? null;
  useLivePage(firing.outcome === 'waiting');
  useRefreshAfter(due);
  return (
    <Card divided title={t('did')} note={t('stepsDone', stepCounts(firing))}>
      <StepTimeline
        steps={stepsOf(firing.steps)}
        matchedAt={firing.createdAt}
        version={firing.rule.version}
        onRetry={mayRetry ? retry : undefined}
        waitVerbs={mayRetry ? <WaitVerbs firing={firing} /> : null}
      />
      {error ? (
        <Notice tone="stop" className="mt-3">
          {error}
        </Notice>
      ) : null}
    </Card>
  );
}

/** Renders the page anew when a wait is over and the worker has had a moment. */
function useRefreshAfter(due: string | null): void {
  const router = useRouter();
  useEffect(() => {
    const left = due === null ? Number.NaN : Date.parse(due) - Date.now();
    if (!(left > 0 && left < 86_400_000)) return;
    const timer = setTimeout(() => router.refresh(), left + 1_000);
    return () => clearTimeout(timer);
  }, [due, router]);
}
