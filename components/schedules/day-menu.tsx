'use client';

import { useTranslations } from 'next-intl';
import type { HTMLAttributes, ReactElement } from 'react';
import { CopyIcon, DeleteIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import { clearDay, copyDay, DAYS, hoursOn, WEEKDAYS, type Week } from './week';

interface DayMenuProps {
  week: Week;
  day: number;
  trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  onWeek: (week: Week) => void;
}

/** What can be done with one day as a whole. */
export function DayMenu({ week, day, trigger, onWeek }: DayMenuProps) {
  const t = useTranslations('schedules.hours');
  const empty = hoursOn(week, day).length === 0;
  return (
    <Menu
      align="start"
      trigger={trigger}
      items={[
        {
          ...{ id: 'weekdays', label: t('copyToWeekdays'), icon: <CopyIcon /> },
          onSelect: () => onWeek(copyDay(week, day, WEEKDAYS)),
        },
        { id: 'all', label: t('copyToAll'), icon: <CopyIcon />, onSelect: () => onWeek(copyDay(week, day, DAYS)) },
        {
          ...{ id: 'clear', label: t('close'), icon: <DeleteIcon />, danger: true },
          disabledReason: empty ? t('closedAlready') : null,
          onSelect: () => onWeek(clearDay(week, day)),
        },
      ]}
    />
  );
}
