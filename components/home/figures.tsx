'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Countdown } from '@/components/ui/countdown';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { Sparkline } from '@/components/ui/sparkline';
import { useFormats } from '@/lib/i18n/use-formats';

export interface FiguresProps {
  /** Firings per day, oldest first, today last. */
  fired: readonly number[];
  failed: readonly number[];
  rules: { active: number; byFamily: Readonly<Record<'trigger' | 'proactive' | 'workflow', number>> };
  waiting: { count: number; overdue: number; nextDueAt: string | null };
  queue: { count: number; since: string | null };
}

/** What runs, fails and waits, in four numbers that lead on. */
export function Figures({ fired, failed, rules, waiting, queue }: FiguresProps) {
  const t = useTranslations('home.figure');
  const formats = useFormats();
  const failures = failed.reduce((sum, each) => sum + each, 0);
  const waitText =
    waiting.overdue > 0 ? (
      <span className="text-stop-ink">{t('overdue', { count: waiting.overdue })}</span>
    ) : waiting.nextDueAt ? (
      <Countdown until={waiting.nextDueAt} format={(left) => t('next', { left })} />
    ) : (
      t('waitingNone')
    );
  return (
    <div className="grid grid-cols-5 overflow-hidden rounded-md border border-line max-panel:grid-cols-3 max-phone:grid-cols-2 [&>*]:-mt-px [&>*]:-ml-px">
      <Figure href="/log?range=today" label={t('today')} value={formats.number(fired.at(-1) ?? 0)} spark={fired}>
        {t('yesterday', { count: fired.at(-2) ?? 0 })}
      </Figure>
      <Figure
        href="/log?range=30d&outcome=failed"
        label={t('failed')}
        value={formats.number(failed.at(-1) ?? 0)}
        spark={failed}
        bad={(failed.at(-1) ?? 0) > 0}
      >
        {failures === 0 ? t('failedNone') : t('failedLast', { count: failures })}
      </Figure>
      <Figure href="/log?range=30d&outcome=waiting" label={t('waiting')} value={formats.number(waiting.count)}>
        {waitText}
      </Figure>
      <Figure label={t('active')} value={formats.number(rules.active)}>
        <span className="-my-1 flex flex-wrap gap-x-2.5">
          <FamilyLink href="/triggers?status=active">{t('triggers', { count: rules.byFamily.trigger })}</FamilyLink>
          <FamilyLink href="/proactive?status=live">{t('messages', { count: rules.byFamily.proactive })}</FamilyLink>
          <FamilyLink href="/workflows?status=active">{t('workflows', { count: rules.byFamily.workflow })}</FamilyLink>
        </span>
      </Figure>
      <Figure href="/conversations?phase=open" label={t('queue')} value={formats.number(queue.count)}>
        {queue.since ? t.rich('queueSince', { since: () => <RelativeTime at={queue.since ?? ''} /> }) : t('queueNone')}
      </Figure>
    </div>
  );
}

interface FigureProps {
  /** Where it leads; absent when its parts do. */
  href?: string;
  label: string;
  value: string;
  /** Its history, where it has one. */
  spark?: readonly number[];
  bad?: boolean;
  children: ReactNode;
}

function Figure({ href, label, value, spark, bad, children }: FigureProps) {
  const content = (
    <>
      <span className="block text-ink-2">{label}</span>
      <span className="flex items-end justify-between gap-3">
        <span className={`text-2xl font-semibold tabular-nums ${bad ? 'text-stop-ink' : ''}`}>{value}</span>
        {spark ? (
          <span className="mb-1 max-phone:hidden">
            <Sparkline values={spark} />
          </span>
        ) : null}
      </span>
      <span className="block text-xs text-ink-2">{children}</span>
    </>
  );
  if (href === undefined) return <div className={CELL}>{content}</div>;
  return (
    <Link href={href} prefetch={false} className={`${CELL} -outline-offset-2! hover:bg-surface-2`}>
      {content}
    </Link>
  );
}

const CELL = 'block min-w-0 border-t max-panel:last:col-span-2 border-l border-line px-4 py-3';

function FamilyLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="inline-flex min-h-6 items-center hover:text-ink hover:underline">
      {children}
    </Link>
  );
}
