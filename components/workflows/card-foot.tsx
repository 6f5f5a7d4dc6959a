'use client';

import { useTranslations } from 'next-intl';
import { useBrokenWords } from '@/components/rule-editor/use-broken-words';
import { BrokenIcon, WaitIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Sparkline } from '@/components/ui/sparkline';
import type { WorkflowSummary } from '@/lib/contracts/workflow';

/** What keeps it from running; else how often it ran in a week, and what of that failed. */
export function CardFoot({ workflow }: { workflow: WorkflowSummary }) {
  const t = useTranslations('workflows');
  const brokenWords = useBrokenWords();
  const { id, active, broken, waitsFor, fired, failed, days } = workflow;
  const what = waitsFor.map((connector) => t(`waits.${connector}`)).join(' · ');
  return (
    <footer className="flex min-h-9.5 flex-wrap items-center gap-x-2.5 gap-y-1 border-t border-line px-4 py-1.5 text-xs text-ink-2">
      {broken ? (
        <span className="flex items-center gap-1.5 font-medium text-stop-ink">
          <BrokenIcon className="size-3.5" />
          {brokenWords(broken)}
        </span>
      ) : waitsFor.length > 0 ? (
        <>
          <span className="flex min-w-0 items-center gap-1.5 text-wait-ink">
            <WaitIcon className="size-3.5" />
            {t(active ? 'waits.active' : 'waits.inactive', { what })}
          </span>
          <Link href="/settings/integrations" prefetch={false} className="link ml-auto">
            {t('card.settings')}
          </Link>
        </>
      ) : (
        <>
          {fired > 0 ? (
            <>
              <Sparkline values={days} label={t('card.weekOf', { count: fired, days: days.join(', ') })} />
              <span>
                {t.rich('card.week', {
                  count: fired,
                  b: (chunks) => <b className="font-medium text-ink tabular-nums">{chunks}</b>,
                })}
              </span>
            </>
          ) : (
            <span className="text-ink-3">{t('card.weekNone')}</span>
          )}
          {failed > 0 ? (
            <Link
              href={`/log?rule=${id}&outcome=failed&range=7d`}
              prefetch={false}
              className="ml-auto font-medium text-stop-ink hover:underline"
            >
              {t('card.failed', { count: failed })}
            </Link>
          ) : null}
        </>
      )}
    </footer>
  );
}
