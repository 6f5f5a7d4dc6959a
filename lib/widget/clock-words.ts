/** Times as a customer reads them, in the browser's zone. */
const day = 86_400_000;

export function timeOf(at: number, language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** "Today", "Yesterday", "Tuesday 3 November", and the year only when it differs. */
export function dayOf(at: number, now: number, language: string): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / day);
  const words =
    Math.abs(days) <= 1
      ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
      : new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
          ...{ weekday: 'long', day: 'numeric', month: 'long' },
          ...(new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' }),
        }).format(at);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
