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

/** Of `createFormats`, what says when something was. Every row of a list has it, so it stands in a file of its own. */
export function createMomentFormats({ locale, timeZone, words }: FormatSettings) {
  const dates = datesIn(locale, timeZone);
  const dayMonth = dates({ day: 'numeric', month: 'short' });
  const date = dates({ day: 'numeric', month: 'short', year: 'numeric' });
  const time = dates({ hour: '2-digit', minute: '2-digit' });
  const timeSeconds = dates({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const year = dates({ year: 'numeric' });
  const shortDate = (at: TimeInput, now: TimeInput = Date.now()) => (year(at) === year(now) ? dayMonth(at) : date(at));
  return {
    date,
    /** "3 Nov", with the year only when it differs. */
    shortDate,
    /** 14:28 */
    time,
    /** 14:28:09 */
    timeSeconds,
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
  };
}

/** As a locale writes days and times of a zone. */
export function datesIn(locale: Locale, timeZone: string) {
  return (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tagOf(locale), { timeZone, ...options });
    return (at: TimeInput) => format.format(new Date(at));
  };
}

export function tagOf(locale: Locale): string {
  return locale === 'fr' ? 'fr-FR' : 'en-GB';
}
