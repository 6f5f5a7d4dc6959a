'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { PointerEvent as ReactPointerEvent } from 'react';
import { type GridRange, topOf } from './grid-range';
import type { WeekActs } from './use-week-acts';
import type { WeekDrag } from './use-week-drag';
import { type Hours, timeOf } from './week';

interface HoursBlockProps {
  hours: Hours;
  range: GridRange;
  selected: boolean;
  /** Its day is a holiday this week: it stands, and does not count now. */
  holiday: boolean;
  mayWrite: boolean;
  describedBy: string;
  acts: WeekActs;
  onSelect: (id: number) => void;
  onBegin: WeekDrag['begin'];
}

/** Hours in the grid. A finger drags them at once when they are selected, others once it has held still. */
export function HoursBlock(props: HoursBlockProps) {
  const { hours, range, selected, holiday, mayWrite, describedBy, acts, onSelect, onBegin } = props;
  const t = useTranslations('schedules.hours');
  const days = useTranslations('schedules.day');
  const times = { from: timeOf(hours.from), to: timeOf(hours.to) };
  const height = topOf(range, hours.to) - topOf(range, hours.from) - 2;
  const name = t('named', { day: days(`${hours.day}` as '0'), ...times });
  const begin = (event: ReactPointerEvent<HTMLElement>) => {
    if (!mayWrite) return;
    event.stopPropagation();
    const { currentTarget: block, target } = event;
    const edge = target instanceof HTMLElement ? target.dataset.edge : undefined;
    onBegin(event, {
      kind: edge === 'from' || edge === 'to' ? edge : 'move',
      ...{ hours, hold: event.pointerType === 'touch' && !selected },
      onStart() {
        onSelect(hours.id);
        block.focus({ preventScroll: true });
      },
    });
  };
  return (
    <button
      type="button"
      data-hours={hours.id}
      data-bare=""
      aria-label={holiday ? t('namedHoliday', { name }) : name}
      aria-pressed={selected}
      aria-describedby={describedBy}
      style={{ top: topOf(range, hours.from) + 1, height }}
      className={clsx(
        'group absolute inset-x-1 block overflow-visible rounded-xs text-left align-top text-xs font-medium',
        holiday ? 'border border-dashed border-edge text-ink-2' : 'border-l-3 border-go bg-go-soft text-go-ink',
        mayWrite && 'cursor-grab! active:cursor-grabbing!',
        selected && 'z-2 touch-none ring-2 ring-accent ring-offset-2 ring-offset-surface',
        'focus-visible:z-2 focus-visible:ring-2 focus-visible:ring-accent focus-visible:ring-offset-2 focus-visible:ring-offset-surface',
      )}
      onPointerDown={begin}
      onClick={() => onSelect(hours.id)}
      onFocus={() => onSelect(hours.id)}
      onKeyDown={(event) => mayWrite && acts.key(hours.id, event) && event.preventDefault()}
    >
      {height >= 18 ? (
        <span className="absolute top-[3px] left-[7px] whitespace-nowrap tabular-nums max-[900px]:text-2xs">
          {height >= 36 || !selected ? `${times.from} – ${times.to}` : times.from}
        </span>
      ) : null}
      {mayWrite ? (
        <>
          <Handle edge="from" shown={selected} />
          <Handle edge="to" shown={selected} />
        </>
      ) : null}
    </button>
  );
}

function Handle({ edge, shown }: { edge: 'from' | 'to'; shown: boolean }) {
  return (
    <span
      data-edge={edge}
      aria-hidden="true"
      className={clsx(
        'absolute inset-x-2 h-2.5 cursor-ns-resize pointer-coarse:h-6',
        edge === 'from' ? '-top-[5px] pointer-coarse:-top-3' : '-bottom-[5px] pointer-coarse:-bottom-3',
      )}
    >
      <span
        className={clsx(
          'pointer-events-none absolute left-1/2 h-1.5 w-5 -translate-x-1/2 rounded-[3px] border border-surface bg-accent',
          'top-1/2 -translate-y-1/2',
          !shown && 'invisible',
        )}
      />
    </span>
  );
}
