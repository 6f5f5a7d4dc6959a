import type { useTranslations } from 'next-intl';
import { elapsedMinutes } from '@/lib/engine/elapsed';
import type { Json } from '@/lib/engine/value';

type RulesTranslator = ReturnType<typeof useTranslations<'rules'>>;

/** An amount as a condition names it, "24 hours", or as it was seen, in seconds: "1 day 3 hours". */
export function elapsedWords(t: RulesTranslator, value: Json): string {
  if (typeof value === 'number') return secondsWords(t, value);
  if (elapsedMinutes(value) === undefined) return '…';
  const { amount, unit } = value as { readonly amount: number; readonly unit: string };
  return counted(t, unit.replace(/s$/, ''), amount);
}

/** Its two largest units; less than a minute in seconds. */
function secondsWords(t: RulesTranslator, seconds: number): string {
  if (seconds < 60) return counted(t, 'second', seconds);
  const parts = [
    ['day', Math.floor(seconds / 86_400)],
    ['hour', Math.floor(seconds / 3_600) % 24],
    ['minute', Math.floor(seconds / 60) % 60],
  ] as const;
  const first = parts.findIndex(([, count]) => count > 0);
  return parts
    .slice(first, first + 2)
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => counted(t, unit, count))
    .join(' ');
}

export function rangeWords(t: RulesTranslator, value: Json): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return String(value);
  const { from, to } = value as { readonly [key: string]: Json };
  return t('words.range', { from: String(from || '…'), to: String(to || '…') });
}

function counted(t: RulesTranslator, unit: string, count: number): string {
  return t(`words.duration.${unit}_${count === 1 ? 'one' : 'other'}` as 'words.duration.day_one', { count });
}
