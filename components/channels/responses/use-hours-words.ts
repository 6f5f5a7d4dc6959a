'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Schedule } from '@/lib/contracts/schedule';

const DAY_MILLISECONDS = 86_400_000;

/** When a schedule opens or closes next, on its own clock: "18:00", "Monday 09:00", "3 Jan, 09:00". */
export function useHoursWords() {
  const locale = useLocale();
  const t = useTranslations('responses.hours');
  return useMemo(() => {
    const format = (at: number, timeZone: string, options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { timeZone, ...options }).format(at);
    const moment = (at: number, now: number, timeZone: string): string => {
      const time = format(at, timeZone, { hour: '2-digit', minute: '2-digit' });
      const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric' };
      if (format(at, timeZone, day) === format(now, timeZone, day)) return time;
      const near = at - now < 6 * DAY_MILLISECONDS;
      const date = format(at, timeZone, near ? { weekday: 'long' } : { day: 'numeric', month: 'short' });
      return t('dayAndTime', { day: date, time });
    };
    return {
      moment,
      /** "Open now, closes 18:00" */
      state: ({ state, nextChange, timeZone }: Schedule, now: number): string => {
        const open = state === 'inside';
        if (!nextChange) return t(open ? 'alwaysOpen' : 'neverOpen');
        return t(open ? 'closes' : 'opens', { moment: moment(Date.parse(nextChange.at), now, timeZone) });
      },
      /** "Paris, Thu 12 Nov, 14:28" */
      clock: ({ timeZone }: Schedule, now: number): string => {
        const date = format(now, timeZone, { weekday: 'short', day: 'numeric', month: 'short' });
        const zone = (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
        const time = format(now, timeZone, { hour: '2-digit', minute: '2-digit' });
        return t('clock', { zone, date, time });
      },
    };
  }, [locale, t]);
}
