import { createMomentFormats, datesIn, type FormatSettings, type TimeInput, tagOf } from './format-moment';

export type Formats = ReturnType<typeof createFormats>;

/** Numbers, dates and durations as the interface writes them: 1,490 · 14:28 · 12 Nov 2026 · 2 h ago · 3:42. */
export function createFormats(settings: FormatSettings) {
  const { locale, timeZone, words } = settings;
  const dates = datesIn(locale, timeZone);
  const number = new Intl.NumberFormat(tagOf(locale));
  const percent = new Intl.NumberFormat(tagOf(locale), { style: 'percent', maximumFractionDigits: 1 });
  const timeExact = dates({ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 });
  const weekday = dates({ weekday: 'short' });
  const clean = (text: string) => text.replace(',', locale === 'fr' ? '.' : ',');
  const moments = createMomentFormats(settings);
  const { date, shortDate, time } = moments;

  return {
    ...moments,
    number: (value: number) => number.format(value),
    /** 0.08 → 8% (8 % in French). */
    percent: (share: number) => percent.format(share),
    /** "Thu 12 Nov", with the year only when it differs. */
    dayDate: (at: TimeInput, now: TimeInput = Date.now()) => `${weekday(at)} ${shortDate(at, now)}`,
    /** "Fri 13 Nov, 09:00" */
    dayTime: (at: TimeInput, now: TimeInput = Date.now()) => `${weekday(at)} ${shortDate(at, now)}, ${time(at)}`,
    /** "Thu" */
    weekday,
    /** 14:28:09.412, for traces. */
    timeExact: (at: TimeInput) => clean(timeExact(at)),
    dateTime: (at: TimeInput) => `${date(at)}, ${time(at)}`,
    /** Seconds as "3:42", "1:04:09" or, from a day on, "2 d 4 h". */
    countdown: (seconds: number) => {
      const [d, h, m, s] = [
        Math.floor(seconds / 86_400),
        Math.floor(seconds / 3_600) % 24,
        Math.floor(seconds / 60) % 60,
        Math.floor(seconds) % 60,
      ];
      if (d > 0) return `${words('days', { count: d })} ${words('hours', { count: h })}`;
      return [...(h > 0 ? [h, pad(m)] : [m]), pad(s)].join(':');
    },
    /** Milliseconds as "0.04 s", "5 min", "1 min 12 s", "2 h". */
    duration: (milliseconds: number) => {
      const seconds = milliseconds / 1_000;
      if (seconds < 60) return words('seconds', { count: Math.round(seconds * 100) / 100 });
      const parts = [
        [Math.floor(seconds / 86_400), 'days'],
        [Math.floor(seconds / 3_600) % 24, 'hours'],
        [Math.floor(seconds / 60) % 60, 'minutes'],
        [Math.floor(seconds) % 60, 'seconds'],
      ] as const;
      return parts
        .filter(([count]) => count > 0)
        .slice(0, 2)
        .map(([count, unit]) => words(unit, { count }))
        .join(' ');
    },
  };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
