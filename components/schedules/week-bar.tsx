'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { CopyIcon, GroupIcon, RedoIcon, ScheduleIcon, UndoIcon } from '@/components/ui/icons';
import { Segmented } from '@/components/ui/segmented';
import { copyDay, hoursOn, WEEKDAYS, type Week } from './week';

export type WeekView = 'grid' | 'times';

interface WeekBarProps {
  week: Week;
  view: WeekView;
  /** All 24 hours in the grid. */
  whole: boolean;
  /** The day that Copy takes: that of the selected hours. */
  day: number;
  mayWrite: boolean;
  undo: (() => void) | null;
  redo: (() => void) | null;
  onView: (view: WeekView) => void;
  onWhole: (whole: boolean) => void;
  onWeek: (week: Week) => void;
}

/** Two views of the same week, and what is done with it as a whole. */
export function WeekBar({ week, view, whole, day, mayWrite, undo, redo, onView, onWhole, onWeek }: WeekBarProps) {
  const t = useTranslations('schedules.hours');
  const days = useTranslations('schedules.day');
  const source = hoursOn(week, day).length > 0 ? day : (week[0]?.day ?? 0);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segmented
        label={t('view')}
        value={view}
        onChange={onView}
        size="lg"
        segments={[
          { value: 'grid', label: t('grid'), icon: <ScheduleIcon className="size-3.5" /> },
          { value: 'times', label: t('times'), icon: <GroupIcon className="size-3.5" /> },
        ]}
      />
      {view === 'grid' ? (
        <Button variant="quiet" size="sm" aria-pressed={whole} onClick={() => onWhole(!whole)}>
          {whole ? t('usualDay') : t('wholeDay')}
        </Button>
      ) : null}
      {mayWrite ? (
        <div className="ml-auto flex items-center gap-1 max-phone:ml-0">
          <IconButton
            size="sm"
            label={t('undo')}
            icon={<UndoIcon />}
            disabledReason={undo ? null : t('nothingToUndo')}
            onClick={() => undo?.()}
          />
          <IconButton
            size="sm"
            label={t('redo')}
            icon={<RedoIcon />}
            disabledReason={redo ? null : t('nothingToRedo')}
            onClick={() => redo?.()}
          />
          <Button size="sm" icon={<CopyIcon />} onClick={() => onWeek(copyDay(week, source, WEEKDAYS))}>
            {t('copyNamed', { day: days(`${source}` as '0') })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
