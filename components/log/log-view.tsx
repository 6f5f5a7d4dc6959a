'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import type { References } from '@/components/rule-editor/editor-context';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { HelpIcon } from '@/components/ui/icons';
import { ListFoot } from '@/components/ui/list-foot';
import { PageHeader } from '@/components/ui/page-header';
import { useLivePage } from '@/components/ui/use-live-page';
import type { Firing } from '@/lib/contracts/firing';
import { useFormats } from '@/lib/i18n/use-formats';
import { type ActivityBucket, ActivityChart } from './activity-chart';
import { FiringTable } from './firing-table';
import { LiveState } from './live';
import { LogFilterBar, type RuleOption } from './log-filter-bar';
import { isNarrowed, type LogFilters, logAddress, NO_FILTERS } from './log-filters';

export interface LogViewProps {
  /** Firings that pass the filters. */
  count: number;
  filters: LogFilters;
  firings: readonly Firing[];
  next: string | null;
  activity: { buckets: readonly ActivityBucket[]; unit: 'hour' | 'day' };
  rules: readonly RuleOption[];
  references: References;
  mayRetry: boolean;
  /** The stretch ends now: new firings belong to it. */
  endsNow: boolean;
  readAt: string;
}

/** The log: filters, firings per hour, and the firings themselves. */
export function LogView(props: LogViewProps) {
  const { filters, firings, next, activity, endsNow, readAt, count } = props;
  const router = useRouter();
  const formats = useFormats();
  const t = useTranslations('log');
  const [openId, setOpenId] = useState<string | null>(null);
  const [paused, setPaused] = useState(false);
  const [pending, startTransition] = useTransition();
  const isOpen = firings.some(({ id }) => id === openId);
  const resting = filters.cursor !== '' || !endsNow ? 'older' : isOpen ? 'open' : null;
  useLivePage(!paused && resting === null);
  const change = (changes: Partial<LogFilters>) =>
    startTransition(() => router.replace(logAddress(filters, changes), { scroll: false }));
  const [newest, oldest] = [firings[0], firings.at(-1)];
  return (
    <>
      <PageHeader
        title={t('title')}
        note={<span className="max-phone:hidden">{t('count', { count })}</span>}
        actions={
          <>
            <span className="flex items-center gap-2 max-phone:hidden">
              <LiveState readAt={readAt} paused={paused} resting={resting} onPause={setPaused} />
            </span>
            <ButtonLink href="/log/events" icon={<HelpIcon />}>
              <span className="max-phone:sr-only">{t('whyNot')}</span>
            </ButtonLink>
          </>
        }
      />
      <LogFilterBar filters={filters} rules={props.rules} onChange={change} />
      {props.rules.length === 0 ? null : (
        <div className="border-b border-line px-5 pt-3 pb-1 max-phone:px-4">
          <ActivityChart {...activity} live={endsNow} />
        </div>
      )}
      <div aria-busy={pending} className={pending ? 'opacity-60 transition-opacity delay-200' : undefined}>
        {firings.length === 0 ? (
          <NoFirings filters={filters} ever={props.rules.length > 0} onChange={change} />
        ) : (
          <FiringTable {...props} openId={openId} onOpen={setOpenId} />
        )}
      </div>
      {newest && oldest ? (
        <ListFoot
          range={t('foot.range', momentsOf(newest, oldest, formats))}
          hint={t('keys')}
          previous={filters.cursor === '' ? undefined : { href: logAddress(filters) }}
          next={next === null ? undefined : { href: logAddress(filters, { cursor: next }) }}
        />
      ) : null}
    </>
  );
}

function momentsOf(newest: Firing, oldest: Firing, { date, exact, timeSeconds }: ReturnType<typeof useFormats>) {
  const words = date(newest.createdAt) === date(oldest.createdAt) ? timeSeconds : exact;
  return { from: words(newest.createdAt), to: words(oldest.createdAt) };
}

interface NoFiringsProps {
  filters: LogFilters;
  ever: boolean;
  onChange: (changes: Partial<LogFilters>) => void;
}

function NoFirings({ filters, ever, onChange }: NoFiringsProps) {
  const t = useTranslations('log.empty');
  const filter = useTranslations('log.filter');
  if (isNarrowed(filters)) {
    return (
      <EmptyState
        title={t('filtered')}
        text={t('filteredText')}
        actions={<Button onClick={() => onChange({ ...NO_FILTERS, range: filters.range })}>{filter('clear')}</Button>}
      />
    );
  }
  if (ever) {
    return (
      <EmptyState title={t('range')} actions={<Button onClick={() => onChange({ range: '7d' })}>{t('week')}</Button>} />
    );
  }
  return (
    <EmptyState
      title={t('never')}
      text={t('neverText')}
      actions={
        <>
          <ButtonLink variant="primary" href="/triggers">
            {t('triggers')}
          </ButtonLink>
          <ButtonLink href="/log/events">{t('events')}</ButtonLink>
        </>
      }
    />
  );
}
