import { useCallback } from 'react';
import { useFormats } from '@/lib/i18n/use-formats';

/** "Wed 11 Nov 2026", "Thu 24 – Sat 26 Dec 2026", "Wed 30 Dec 2026 – Fri 1 Jan 2027". */
export function useHolidayWords(): (holiday: { from: string; to: string }) => string {
  const { weekday, date } = useFormats('UTC');
  return useCallback(
    ({ from, to }) => {
      const last = `${weekday(to)} ${date(to)}`;
      if (from === to) return last;
      if (from.slice(0, 7) === to.slice(0, 7)) return `${weekday(from)} ${Number(from.slice(8))} – ${last}`;
      return `${weekday(from)} ${date(from)} – ${last}`;
    },
    [weekday, date],
  );
}
