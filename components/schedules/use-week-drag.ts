'use client';

import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from 'react';
import { type GridRange, HOUR_HEIGHT } from './grid-range';
import { dragTo, draw, type Edited, type Hours, place, snap, stretchTo, type Week } from './week';

interface Drag {
  readonly kind: 'draw' | 'move' | 'from' | 'to';
  readonly pointer: number;
  /** The week before the drag: every position is worked out from it. */
  readonly week: Week;
  readonly day: number;
  readonly start: number;
  readonly hours: Hours | undefined;
  readonly mark: string;
  moved: boolean;
}

interface Point {
  readonly day: number;
  readonly minutes: number;
}

/** Pixels that a hand trembles. */
const TREMBLE = 4;
const TAPPED_MINUTES = 60;
let drags = 0;

/**
 * Drawing, moving and stretching hours with a mouse, pen or finger. A finger scrolls the page over what is not selected
 * and adds an hour where it taps. Escape puts everything back.
 */
export function useWeekDrag(
  columns: RefObject<HTMLElement | null>,
  {
    week,
    range,
    onEdit,
    onCancel,
  }: {
    week: Week;
    range: GridRange;
    onEdit: (edited: Edited, mark: string) => void;
    onCancel: () => void;
  },
) {
  const drag = useRef<Drag | null>(null);
  const from = useRef({ x: 0, y: 0 });

  const pointAt = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const box = columns.current?.getBoundingClientRect();
    if (!box) return { day: 0, minutes: 0 };
    const day = Math.floor(((clientX - box.left) / box.width) * 7);
    const minutes = range.from * 60 + ((clientY - box.top) / HOUR_HEIGHT) * 60;
    return { day: Math.min(Math.max(day, 0), 6), minutes: Math.min(Math.max(minutes, range.from * 60), range.to * 60) };
  };

  const begin = (event: ReactPointerEvent<HTMLElement>, kind: Drag['kind'], hours?: Hours) => {
    if (event.button !== 0) return;
    const { day, minutes } = pointAt(event);
    const mark = `drag:${drags++}`;
    drag.current = { kind, pointer: event.pointerId, week, day, start: minutes, hours, mark, moved: false };
    from.current = { x: event.clientX, y: event.clientY };
    columns.current?.setPointerCapture(event.pointerId);
  };

  const edit = ({ kind, week: before, hours, start, day }: Drag, point: Point): Edited | undefined => {
    if (kind === 'draw') return draw(before, day, start, point.minutes);
    if (!hours) return undefined;
    if (kind === 'move') return dragTo(before, hours.id, point.day, hours.from + point.minutes - start);
    return stretchTo(before, hours.id, kind, point.minutes);
  };

  const onPointerMove = (event: ReactPointerEvent) => {
    const current = drag.current;
    if (!current || event.pointerId !== current.pointer) return;
    const { x, y } = from.current;
    if (!current.moved && Math.hypot(event.clientX - x, event.clientY - y) < TREMBLE) return;
    current.moved = true;
    const edited = edit(current, pointAt(event));
    if (edited) onEdit(edited, current.mark);
  };

  const onPointerUp = (event: ReactPointerEvent) => {
    const current = drag.current;
    drag.current = null;
    if (current?.kind !== 'draw' || current.moved || event.pointerId !== current.pointer) return;
    const edited = tapped(current.week, current.day, current.start);
    if (edited) onEdit(edited, current.mark);
  };

  const cancel = useRef(onCancel);
  useEffect(() => {
    cancel.current = onCancel;
  });
  useEffect(() => {
    const stop = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag.current) return;
      if (drag.current.moved) cancel.current();
      drag.current = null;
    };
    document.addEventListener('keydown', stop);
    return () => document.removeEventListener('keydown', stop);
  }, []);

  return {
    begin,
    /** For the element that holds the seven columns. */
    handlers: {
      onPointerMove,
      onPointerUp,
      onPointerCancel: () => {
        drag.current = null;
      },
    },
    /** A finger that tapped an empty place. */
    tap: (event: { clientX: number; clientY: number }) => {
      const { day, minutes } = pointAt(event);
      const edited = tapped(week, day, minutes);
      if (edited) onEdit(edited, `drag:${drags++}`);
    },
  };
}

/** An hour from the quarter that was hit, shorter where others begin. */
function tapped(week: Week, day: number, minutes: number): Edited | undefined {
  const start = Math.floor(minutes / 15) * 15;
  return (
    place(week, undefined, day, start, Math.min(start + TAPPED_MINUTES, 1_440)) ??
    draw(week, day, start, snap(start + 15))
  );
}
