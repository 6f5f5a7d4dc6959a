'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { PanelSection } from '@/components/ui/side-panel';
import type { ScheduleBody } from '@/lib/client/schedules';
import { nextClockChange } from '@/lib/engine/hours/upcoming';
import { useFormats } from '@/lib/i18n/use-formats';
import { timeOf } from './week';

/** The next time that the zone sets its clocks, and whether it happens while hours are open. */
export function ClockChange({ schedule, now }: { schedule: ScheduleBody; now: Date }) {
  const t = useTranslations('schedules.clocks');
  const formats = useFormats(schedule.timeZone);
  const hour = Math.floor(now.getTime() / 3_600_000) * 3_600_000;
  const change = useMemo(() => nextClockChange(schedule, new Date(hour)), [schedule, hour]);
  if (!change) return <PanelSection title={t('title')}>{t('none', { zone: schedule.timeZone })}</PanelSection>;
  const moment = {
    day: formats.dayDate(change.at.getTime() - 1, now),
    from: timeOf(change.from),
    to: timeOf(change.to),
  };
  const direction = change.to > change.from ? 'skipped' : 'repeated';
  return (
    <PanelSection title={t('title')}>
      <p className="text-ink-2">
        {t('next', moment)} {change.open ? t(direction) : t('closed')}
      </p>
    </PanelSection>
  );
}
