'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { ClockIcon, ScheduleIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { SectionCard } from '@/components/ui/section-card';
import type { Schedule } from '@/lib/contracts/schedule';
import { useHoursWords } from './use-hours-words';

const NONE = '-';

interface BusinessHoursProps {
  chosen: string | null;
  schedules: readonly Schedule[];
  /** Of the chosen schedule, should it be gone; null when nobody knows it any more. */
  deletedName: string | null;
  /** Milliseconds. */
  now: number;
  error: string | undefined;
  onChoose: (schedule: string | null) => void;
}

/** Which schedule decides between the two responses; a deleted one is named, with what holds instead. */
export function BusinessHours({ chosen, schedules, deletedName, now, error, onChoose }: BusinessHoursProps) {
  const t = useTranslations('responses.hours');
  const words = useHoursWords();
  const schedule = schedules.find(({ key }) => key === chosen);
  const gone = chosen !== null && !schedule ? (deletedName ?? chosen) : null;
  const options = [
    { value: NONE, label: t('none') },
    ...(gone === null || chosen === null ? [] : [{ value: chosen, label: t('deletedOption', { name: gone }) }]),
    ...schedules.map(({ key, name }) => ({ value: key, label: name, icon: <ScheduleIcon /> })),
  ];
  return (
    <SectionCard title={t('title')} note={t('note')}>
      <div className="grid gap-3 phone:grid-cols-[296px_minmax(0,1fr)]">
        <Field label={t('schedule')} hideLabel error={error}>
          <Combobox
            value={chosen ?? NONE}
            options={options}
            onChange={(next) => onChoose(next === NONE ? null : next)}
            footer={
              <Link href="/schedules" className="block px-3 py-2 text-accent-ink">
                {t('manage')}
              </Link>
            }
          />
        </Field>
        {schedule ? (
          <div
            role="status"
            className={clsx(
              'flex min-h-8 flex-wrap items-center gap-x-2 rounded-sm px-3 py-1 font-medium',
              schedule.state === 'inside' ? 'bg-go-soft text-go-ink' : 'bg-surface-3 text-ink-2',
            )}
          >
            <ClockIcon className="size-3.5" />
            {words.state(schedule, now)}
            <span className="ml-auto text-xs font-normal max-phone:hidden" suppressHydrationWarning>
              {words.clock(schedule, now)}
            </span>
          </div>
        ) : gone === null ? (
          <p className="self-center text-ink-2">{t('withoutSchedule')}</p>
        ) : null}
      </div>
      {gone === null ? null : (
        <Notice tone="wait" className="mt-3">
          {t('deleted', { name: gone })}
        </Notice>
      )}
    </SectionCard>
  );
}
