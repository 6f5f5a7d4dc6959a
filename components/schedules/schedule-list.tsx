'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { HeadCell } from '@/components/ui/list-table';
import { SearchedList } from '@/components/ui/searched-list';
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

/** All schedules: open or closed now, until when, and how much depends on them. */
export function ScheduleList({ initial, mayWrite, now: start }: ScheduleListProps) {
  const t = useTranslations('schedules.list');
  const now = useClock(start);
  const { data } = useSchedules(initial);
  const [doomed, setDoomed] = useState<Schedule | null>(null);
  return (
    <>
      <SearchedList
        t={t}
        noMatch={(query) => t('noMatch', { query })}
        items={data.items}
        total={data.total}
        newHref={mayWrite ? '/schedules/new' : null}
        textOf={({ name, key, timeZone }) => `${name} ${key} ${timeZone}`}
        heads={
          <>
            <HeadCell>{t('now')}</HeadCell>
            <HeadCell>{t('next')}</HeadCell>
            <HeadCell>{t('timeZone')}</HeadCell>
            <HeadCell align="end">{t('usedBy')}</HeadCell>
          </>
        }
        row={(schedule) => (
          <ScheduleRow
            key={schedule.id}
            schedule={schedule}
            now={now}
            mayWrite={mayWrite}
            onDelete={() => setDoomed(schedule)}
          />
        )}
      />
      {doomed ? (
        <DeleteSchedule schedule={doomed} onClose={() => setDoomed(null)} onDeleted={() => setDoomed(null)} />
      ) : null}
    </>
  );
}
