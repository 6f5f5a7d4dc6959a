'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { AddIcon } from '@/components/ui/icons';
import { HeadCell, ListTable } from '@/components/ui/list-table';
import { foldText } from '@/components/ui/option-list';
import { PageHeader } from '@/components/ui/page-header';
import { SearchInput } from '@/components/ui/search-input';
import { useAddressFilters } from '@/components/ui/use-address-filters';
import { useSearchText } from '@/components/ui/use-search-text';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useSchedules } from '@/lib/client/schedules';
import type { Page } from '@/lib/contracts/list';
import type { Schedule } from '@/lib/contracts/schedule';
import { DeleteSchedule } from './delete-schedule';
import { ScheduleRow } from './schedule-row';
import { useClock } from './use-clock';

interface ScheduleListProps {
  initial: Page<Schedule>;
  mayWrite: boolean;
  /** ISO 8601: the moment that the server rendered. */
  now: string;
}

const DEFAULTS = { search: '' };

/** All schedules: open or closed now, until when, and how much depends on them. */
export function ScheduleList({ initial, mayWrite, now: start }: ScheduleListProps) {
  const t = useTranslations('schedules.list');
  const router = useRouter();
  const now = useClock(start);
  const { data, refetch } = useSchedules(initial);
  const [{ search }, change] = useAddressFilters(DEFAULTS);
  const [text, setText] = useSearchText(search, (next) => change({ search: next }));
  const [doomed, setDoomed] = useState<Schedule | null>(null);
  useShortcut('n', () => router.push('/schedules/new'), { enabled: mayWrite });
  const wanted = foldText(text.trim());
  const rows = data.items.filter(({ name, key, timeZone }) => foldText(`${name} ${key} ${timeZone}`).includes(wanted));
  const create = mayWrite ? (
    <ButtonLink variant="primary" href="/schedules/new" icon={<AddIcon />} shortcut="N" prefetch={false}>
      {t('new')}
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHeader title={t('title')} note={data.total} actions={create} />
      {data.total > 0 ? (
        <FilterBar>
          <SearchInput value={text} onChange={setText} label={t('search')} />
        </FilterBar>
      ) : (
        <EmptyState title={t('empty')} text={t('emptyText')} actions={create} />
      )}
      {data.total > 0 && rows.length === 0 ? (
        <EmptyState
          title={t('noMatch', { query: text.trim() })}
          actions={<Button onClick={() => setText('')}>{t('clearSearch')}</Button>}
        />
      ) : null}
      {rows.length > 0 ? (
        <ListTable label={t('title')}>
          <thead>
            <tr>
              <HeadCell kind="name">{t('name')}</HeadCell>
              <HeadCell>{t('now')}</HeadCell>
              <HeadCell>{t('next')}</HeadCell>
              <HeadCell>{t('timeZone')}</HeadCell>
              <HeadCell align="end">{t('usedBy')}</HeadCell>
              <HeadCell kind="menu">
                <span className="sr-only">{t('menu')}</span>
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((schedule) => (
              <ScheduleRow
                key={schedule.id}
                schedule={schedule}
                now={now}
                mayWrite={mayWrite}
                onDelete={() => setDoomed(schedule)}
              />
            ))}
          </tbody>
        </ListTable>
      ) : null}
      {doomed ? (
        <DeleteSchedule
          schedule={doomed}
          onClose={() => setDoomed(null)}
          onDeleted={() => setDoomed(null)}
          onRestored={() => void refetch()}
        />
      ) : null}
    </>
  );
}
