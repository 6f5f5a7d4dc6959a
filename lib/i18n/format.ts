import type { Locale } from './locale';

export type TimeInput = string | number | Date;

/** The few words that formats need; the catalogue's `ui.time`. */
export type TimeWords = (
  key: 'now' | 'minutesAgo' | 'hoursAgo' | 'yesterday' | 'days' | 'hours' | 'minutes' | 'seconds',
  values?: { count: number },
) => string;

export interface FormatSettings {
  locale: Locale;
  /** IANA name. */
  timeZone: string;
  words: TimeWords;
}

export type Formats = ReturnType<typeof createFormats>;

/** Numbers, dates and durations as the interface writes them: 1,490 · 14:28 · 12 Nov 2026 · 2 h ago · 3:42. */
export function createFormats({ locale, timeZone, words }: FormatSettings) {
  const tag = locale === 'fr' ? 'fr-FR' : 'en-GB';
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { timeZone, ...options });
    return (at: TimeInput) => format.format(new Date(at));
  };
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const dayMonth = dates({ day: 'numeric', month: 'short' });
  const date = dates({ day: 'numeric', month: 'short', year: 'numeric' });
  const time = dates({ hour: '2-digit', minute: '2-digit' });
  const timeExact = dates({ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 });
  const timeSeconds = dates({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const year = dates({ year: 'numeric' });
  const weekday = dates({ weekday: 'short' });
  const clean = (text: string) => text.replace(',', locale === 'fr' ? '.' : ',');

  const shortDate = (at: TimeInput, now: TimeInput = Date.now()) => (year(at) === year(now) ? dayMonth(at) : date(at));

  return {
    number: (value: number) => number.format(value),
    /** 0.08 → 8% (8 % in French). */
    percent: (share: number) => percent.format(share),
    date,
    /** "3 Nov", with the year only when it differs. */
    shortDate,
    /** "Thu 12 Nov", with the year only when it differs. */
    dayDate: (at: TimeInput, now: TimeInput = Date.now()) => `${weekday(at)} ${shortDate(at, now)}`,
    /** "Fri 13 Nov, 09:00" */
    dayTime: (at: TimeInput, now: TimeInput = Date.now()) => `${weekday(at)} ${shortDate(at, now)}, ${time(at)}`,
    /** "Thu" */
    weekday,
    /** 14:28 */
    time,
    /** 14:28:09 */
    timeSeconds,
    /** 14:28:09.412, for traces. */
    timeExact: (at: TimeInput) => clean(timeExact(at)),
    dateTime: (at: TimeInput) => `${date(at)}, ${time(at)}`,
    /** 12 Nov 2026, 14:28:09 */
    exact: (at: TimeInput) => `${date(at)}, ${timeSeconds(at)}`,
    /** "2 h ago" under 24 hours, "yesterday" under 48, then the date. */
    relative: (at: TimeInput, now: TimeInput = Date.now()) => {
      const minutes = Math.floor((Number(new Date(now)) - Number(new Date(at))) / 60_000);
      // The server's clock may be a little ahead of the reader's.
      if (minutes < -2) return `${shortDate(at, now)}, ${time(at)}`;
      if (minutes < 1) return words('now');
      if (minutes < 60) return words('minutesAgo', { count: minutes });
      if (minutes < 1_440) return words('hoursAgo', { count: Math.floor(minutes / 60) });
      return minutes < 2_880 ? words('yesterday') : shortDate(at, now);
    },
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
