'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ClockIcon } from '@/components/ui/icons';
import type { ScheduleBody } from '@/lib/client/schedules';
import { prepareHours } from '@/lib/engine/hours/hours';
import { minutesInWeek, upcoming, wallClock } from '@/lib/engine/hours/upcoming';
import { useFormats } from '@/lib/i18n/use-formats';
import { useAmount } from './use-amount';

/** When it closes and opens next, as the hours stand in the editor, in the zone of the schedule. */
export function UpcomingBar({ schedule, now }: { schedule: ScheduleBody; now: Date }) {
  const t = useTranslations('schedules.next');
  const formats = useFormats(schedule.timeZone);
  const amount = useAmount();
  const hours = useMemo(() => prepareHours(schedule), [schedule]);
  const { state, closes, opens } = upcoming(hours, now);
  const today = wallClock(schedule.timeZone, now).day;
  const moment = (at: Date) =>
    wallClock(schedule.timeZone, at).day === today
      ? t('today', { time: formats.time(at) })
      : t('on', { moment: formats.dayTime(at, now) });
  const monday = today - ((today + 3) % 7);
  const week = minutesInWeek({ ...schedule, holidays: [] }, monday);
  const thisWeek = minutesInWeek(schedule, monday);
  const sentences = [
    ...(state === 'inside'
      ? [closes ? t.rich('closes', { moment: moment(closes), b: bold }) : t('alwaysOpen')]
      : [opens ? t.rich('opens', { moment: moment(opens), b: bold }) : t('neverOpen')]),
    ...(state === 'inside' && opens ? [t.rich('opensNext', { moment: moment(opens), b: bold })] : []),
    ...(state === 'outside' && closes ? [t.rich('closesThen', { moment: moment(closes), b: bold })] : []),
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1 rounded-md bg-surface-2 px-3.5 py-2.5">
      <ClockIcon className="text-ink-2" />
      {sentences.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: first sentence, second sentence
        <span key={index} className="tabular-nums">
          {sentence}
        </span>
      ))}
      <span className="ml-auto text-ink-2 tabular-nums max-phone:ml-0">
        {week === thisWeek
          ? t('week', { hours: amount(week) })
          : t('weeks', { hours: amount(week), now: amount(thisWeek) })}
      </span>
    </div>
  );
}

function bold(chunks: React.ReactNode) {
  return <b className="font-semibold">{chunks}</b>;
}
