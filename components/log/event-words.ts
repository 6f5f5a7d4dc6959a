import type { useTranslations } from 'next-intl';

/** An event's name; its id when it has none, a dash when the event is no longer kept. */
export function eventWords(t: ReturnType<typeof useTranslations<'log'>>, type: string): string {
  const key = `event.${type}` as 'event.message_sent';
  return type !== '' && t.has(key) ? t(key) : type || '–';
}
