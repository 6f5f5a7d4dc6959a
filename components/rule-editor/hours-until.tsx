'use client';

import { useTranslations } from 'next-intl';
import { useFormats } from '@/lib/i18n/use-formats';
import type { HoursSeen } from './use-schedule-hours';

/** "until Fri 13 Nov, 09:00 (Europe/Paris)": how long what a schedule says stays so. */
export function HoursUntil({ seen, at }: { seen: HoursSeen; at: Date }) {
  const t = useTranslations('rules.try');
  const formats = useFormats(seen.timeZone);
  const text =
    seen.until === null ? t('always') : t('until', { moment: formats.dayTime(seen.until, at), zone: seen.timeZone });
  return <span className="text-xs text-ink-3 tabular-nums">{text}</span>;
}
