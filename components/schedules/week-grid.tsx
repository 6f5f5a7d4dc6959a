'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type CSSProperties, useId, useRef } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, HolidayIcon } from '@/components/ui/icons';
import type { HolidayInput } from '@/lib/contracts/schedule';
import { dateOf, wallClock } from '@/lib/engine/hours/upcoming';
import { useFormats } from '@/lib/i18n/use-formats';
import { DayMenu } from './day-menu';
import { type GridRange, HOUR_HEIGHT, hoursShown, topOf } from './grid-range';
import { HoursBlock } from './hours-block';
import type { WeekActs } from './use-week-acts';
import { useWeekDrag } from './use-week-drag';
import { DAYS, hoursOn, timeOf, type Week } from './week';

interface WeekGridProps {
  week: Week;
  holidays: readonly HolidayInput[];
  timeZone: string;
  now: Date;
  range: GridRange;
  selected: number | null;
  mayWrite: boolean;
  acts: WeekActs;
  onSelect: (id: number | null) => void;
  onCancelDrag: () => void;
}

const COLUMNS = 'grid grid-cols-[52px_repeat(7,minmax(0,1fr))]';

/** The week as it is now in the zone of the schedule: hours to drag, today, the moment, and this week's holidays. */
export function WeekGrid(props: WeekGridProps) {
  const { week, holidays, timeZone, now, range: wanted, selected, mayWrite, acts, onSelect, onCancelDrag } = props;
  const t = useTranslations('schedules.hours');
  const days = useTranslations('schedules.day');
  const formats = useFormats('UTC');
  const columns = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const clock = wallClock(timeZone, now);
  const today = (((clock.day + 3) % 7) + 7) % 7;
  const dates = DAYS.map((day) => dateOf(clock.day - today + day));
  const drag = useWeekDrag(columns, { week, range: wanted, onEdit: acts.take, onCancel: onCancelDrag });
  const { range } = drag;
  const height = (range.to - range.from) * HOUR_HEIGHT;
  return (
    <div className="max-phone:overflow-x-auto">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and form semantics */}
      <div
        role="group"
        aria-label={t('week')}
        className="overflow-hidden rounded-md border border-line max-phone:min-w-190"
      >
        <div className={clsx(COLUMNS, 'h-9 border-b border-line')}>
          <span />
          {DAYS.map((day) => {
            const name = days(`${day}` as '0');
            const label = `${formats.weekday(dates[day] ?? '')} ${Number(dates[day]?.slice(8))}`;
            return (
              <span
                key={day}
                className={clsx(
                  'flex min-w-0 items-center border-l border-line pr-1 pl-1 text-xs font-medium',
                  day === today
                    ? 'font-semibold text-accent-ink shadow-[inset_0_-2px_var(--color-accent)]'
                    : 'text-ink-2',
                )}
              >
                {mayWrite ? (
                  <DayMenu
                    week={week}
                    day={day}
                    onWeek={acts.replace}
                    trigger={
                      <button
                        type="button"
                        aria-label={t('options', { day: name })}
                        className="min-w-0 truncate rounded-xs px-1 py-0.5 hover:bg-surface-2 hover:text-ink"
                      >
                        {label}
                      </button>
                    }
                  />
                ) : (
                  <span className="px-1">{label}</span>
                )}
                {mayWrite ? (
                  <IconButton
                    size="xs"
                    className="ml-auto"
                    data-add={day}
                    label={t('addOn', { day: name })}
                    icon={<AddIcon className="size-3.5" />}
                    onClick={() => acts.add(day)}
                  />
                ) : null}
              </span>
            );
          })}
        </div>
        <div className={clsx(COLUMNS, 'relative')} style={{ height, ...LINES }}>
          <div className="relative bg-surface text-2xs text-ink-3 tabular-nums" aria-hidden="true">
            {hoursShown(range).map((hour) => (
              <span key={hour} className="absolute right-2 -translate-y-1/2" style={{ top: topOf(range, hour * 60) }}>
                {timeOf(hour * 60)}
              </span>
            ))}
          </div>
          <div ref={columns} className="relative col-span-7 grid grid-cols-7 select-none" {...drag.handlers}>
            {DAYS.map((day) => {
              const date = dates[day] ?? '';
              const holiday = holidays.find(({ from, to }) => from <= date && date <= to);
              const hours = hoursOn(week, day);
              return (
                // biome-ignore lint/a11y/useSemanticElements: as above
                // biome-ignore lint/a11y/useKeyWithClickEvents: the button in the head adds hours by keyboard
                <div
                  key={day}
                  role="group"
                  aria-label={days(`${day}` as '0')}
                  style={holiday ? HATCHED : undefined}
                  className={clsx('relative border-l border-line', day === today && !holiday && 'bg-accent/4')}
                  onPointerDown={(event) =>
                    mayWrite && drag.begin(event, { kind: 'draw', hold: event.pointerType === 'touch' })
                  }
                  onClick={(event) =>
                    mayWrite && isTouch(event.nativeEvent) && event.target === event.currentTarget && drag.tap(event)
                  }
                >
                  {holiday ? (
                    <span className="pointer-events-none absolute top-1.5 right-1 left-1 z-1 rounded-xs bg-surface px-1 py-0.5 text-xs text-ink-2">
                      <HolidayIcon className="mb-1 size-3.5" />
                      <span className="line-clamp-2 block break-words">{holiday.name}</span>
                      {t('closedAllDay')}
                    </span>
                  ) : hours.length === 0 ? (
                    <span className="pointer-events-none absolute top-2 left-2 text-xs text-ink-2">{t('closed')}</span>
                  ) : null}
                  {hours.map((each) => (
                    <HoursBlock
                      key={each.id}
                      hours={each}
                      range={range}
                      selected={each.id === selected}
                      holiday={holiday !== undefined}
                      mayWrite={mayWrite}
                      describedBy={hintId}
                      acts={acts}
                      onSelect={onSelect}
                      onBegin={drag.begin}
                    />
                  ))}
                  {day === today && clock.minutes >= range.from * 60 && clock.minutes <= range.to * 60 ? (
                    <span
                      aria-hidden="true"
                      className="pointer-events-none absolute right-0 -left-px z-3 h-0.5 bg-accent before:absolute before:-top-[3px] before:-left-[3px] before:size-2 before:rounded-full before:bg-accent"
                      style={{ top: topOf(range, clock.minutes) - 1 }}
                    />
                  ) : null}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      <p id={hintId} className="mt-2 text-xs text-ink-3">
        {mayWrite ? (
          <>
            <span className="pointer-coarse:hidden">{t('hint')}</span>
            <span className="hidden pointer-coarse:inline">{t('touchHint')}</span>
          </>
        ) : (
          t('exclusive')
        )}
      </p>
    </div>
  );
}

const LINES: CSSProperties = {
  background: `repeating-linear-gradient(var(--color-line) 0 1px, transparent 1px ${HOUR_HEIGHT}px)`,
};

const HATCHED: CSSProperties = {
  background: 'repeating-linear-gradient(-45deg, var(--color-surface-2) 0 6px, var(--color-surface) 6px 12px)',
};

/** Clicks are pointer events in every browser of today. */
function isTouch(event: MouseEvent): boolean {
  return event instanceof PointerEvent && event.pointerType === 'touch';
}
