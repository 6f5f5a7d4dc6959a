'use client';

import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
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

/** Pixels that a hand trembles, and a finger that holds still. */
const TREMBLE = 4;
const FINGER_TREMBLE = 10;
/** Milliseconds after which a finger that holds still drags; before, it scrolls or taps. */
const HOLD = 350;
const TAPPED_MINUTES = 60;
/** React listens to touches passively. */
const NOT_PASSIVE = { passive: false } as const;
let drags = 0;

interface Beginning {
  kind: Drag['kind'];
  hours?: Hours;
  /** Only once the finger has held still for a moment, so that it can scroll over what it touches. */
  hold?: boolean;
  onStart?: () => void;
}

/**
 * Drawing, moving and stretching hours with a mouse, pen or finger. A finger scrolls the page over what is not selected,
 * adds an hour where it taps, and draws or moves once it has held still. Escape puts everything back.
 */
export function useWeekDrag(
  columns: RefObject<HTMLElement | null>,
  {
    week,
    range: wanted,
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
  // Room that hours make around themselves would run away under the pointer.
  const [steady, setSteady] = useState<GridRange | null>(null);
  const range = steady ?? wanted;
  const from = useRef({ x: 0, y: 0 });
  const held = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The page stays under a finger that drags, and no menu comes after a long press.
  const keep = useRef((event: Event) => void (drag.current && event.preventDefault()));

  const pointAt = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const box = columns.current?.getBoundingClientRect();
    if (!box) return { day: 0, minutes: 0 };
    const day = Math.floor(((clientX - box.left) / box.width) * 7);
    const minutes = range.from * 60 + ((clientY - box.top) / HOUR_HEIGHT) * 60;
    return { day: Math.min(Math.max(day, 0), 6), minutes: Math.min(Math.max(minutes, range.from * 60), range.to * 60) };
  };

  const begin = (event: ReactPointerEvent<HTMLElement>, { kind, hours, hold, onStart }: Beginning) => {
    // A second finger means something else.
    release();
    if (event.button !== 0 || !event.isPrimary) return;
    const { pointerId: pointer, clientX: x, clientY: y, target } = event;
    const { day, minutes: start } = pointAt(event);
    from.current = { x, y };
    // Hours that move to another day are another element there, but touches go on at the first.
    if (event.pointerType === 'touch') target.addEventListener('touchmove', keep.current, NOT_PASSIVE);
    const take = () => {
      const mark = `drag:${drags++}`;
      drag.current = { kind, pointer, week, day, start, hours, mark, moved: false };
      setSteady(range);
      columns.current?.setPointerCapture(pointer);
      onStart?.();
      return mark;
    };
    if (!hold) return void take();
    held.current = setTimeout(() => {
      held.current = undefined;
      const mark = take();
      // What a finger covers is seen to have begun.
      const edited = kind === 'draw' ? tapped(week, day, start) : undefined;
      if (edited) onEdit(edited, mark);
    }, HOLD);
  };
  const end = () => {
    drag.current = null;
    setSteady(null);
  };
  const release = () => {
    clearTimeout(held.current);
    held.current = undefined;
  };

  const edit = ({ kind, week: before, hours, start, day }: Drag, point: Point): Edited | undefined => {
    if (kind === 'draw') return draw(before, day, start, point.minutes);
    if (!hours) return undefined;
    if (kind === 'move') {
      const wished = hours.from + point.minutes - start;
      const from = Math.max(Math.min(wished, range.to * 60 - (hours.to - hours.from)), range.from * 60);
      return dragTo(before, hours.id, point.day, from);
    }
    return stretchTo(before, hours.id, kind, point.minutes);
  };

  const onPointerMove = (event: ReactPointerEvent) => {
    const current = drag.current;
    const distance = Math.hypot(event.clientX - from.current.x, event.clientY - from.current.y);
    if (held.current !== undefined && distance > FINGER_TREMBLE) release();
    if (!current || event.pointerId !== current.pointer) return;
    if (!current.moved && distance < (event.pointerType === 'touch' ? FINGER_TREMBLE : TREMBLE)) return;
    current.moved = true;
    const edited = edit(current, pointAt(event));
    if (edited) onEdit(edited, current.mark);
  };

  const onPointerUp = (event: ReactPointerEvent) => {
    release();
    const current = drag.current;
    end();
    if (current?.kind !== 'draw' || current.moved || event.pointerId !== current.pointer) return;
    if (event.pointerType === 'touch') return;
    const edited = tapped(current.week, current.day, current.start);
    if (edited) onEdit(edited, current.mark);
  };

  const cancel = useRef(onCancel);
  useEffect(() => {
    cancel.current = onCancel;
  });
  useEffect(() => {
    const place = columns.current;
    const stay = keep.current;
    place?.addEventListener('touchmove', stay, NOT_PASSIVE);
    place?.addEventListener('contextmenu', stay);
    return () => {
      place?.removeEventListener('touchmove', stay);
      place?.removeEventListener('contextmenu', stay);
      clearTimeout(held.current);
    };
  }, [columns]);
  useEffect(() => {
    const stop = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag.current) return;
      if (drag.current.moved) cancel.current();
      drag.current = null;
      setSteady(null);
    };
    document.addEventListener('keydown', stop);
    return () => document.removeEventListener('keydown', stop);
  }, []);

  return {
    begin,
    /** The hours to show: as wanted, but for the length of a drag as they were. */
    range,
    /** For the element that holds the seven columns. */
    handlers: {
      onPointerMove,
      onPointerUp,
      onPointerCancel: () => {
        release();
        end();
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

export type WeekDrag = ReturnType<typeof useWeekDrag>;
