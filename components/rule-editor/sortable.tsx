'use client';

import { closestCenter, DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { rectSortingStrategy, SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { GripIcon } from '@/components/ui/icons';

export interface SortableListProps {
  ids: readonly string[];
  /** Places the dragged item where the other stands. */
  onPlace: (key: string, before: string) => void;
  /** Items beside each other that go on in the next row. */
  grid?: boolean;
  children: ReactNode;
}

/** A list whose rows can be dragged by their grip. */
export function SortableList({ ids, onPlace, grid = false, children }: SortableListProps) {
  const t = useTranslations('rules.editor');
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const end = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onPlace(String(active.id), String(over.id));
  };
  return (
    <DndContext
      id={ids[0] ?? 'empty'}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={end}
      accessibility={{ announcements: SILENT, screenReaderInstructions: { draggable: t('moveHint') } }}
    >
      <SortableContext items={[...ids]} strategy={grid ? rectSortingStrategy : verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

/** The library speaks English and of ids; what was moved by keys is told by its row. */
const SILENT = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

export interface SortableOptions {
  id: string;
  /** Name of the grip. */
  label: string;
  /** Alt with an arrow: one place up (-1) or down (1). */
  onMove: (by: number) => void;
}

/** What makes an element sortable: props for it, and the grip to show in it. Alt with the arrows works anywhere within. */
export function useSortableRow({ id, label, onMove }: SortableOptions) {
  const t = useTranslations('rules.editor');
  const { listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging, index, items } = useSortable({
    id,
  });
  const held = useRef<HTMLElement | null>(null);
  const [place, setPlace] = useState<number | null>(null);
  // An element that the browser is given at another place loses the focus.
  useLayoutEffect(() => {
    if (!held.current) return;
    if (document.activeElement !== held.current) held.current.focus({ preventScroll: false });
    held.current = null;
    setPlace(index + 1);
  }, [index]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    held.current = event.target instanceof HTMLElement ? event.target : null;
    onMove(by);
  };
  return {
    isDragging,
    /** Where keys have moved it to, for assistive technology. */
    moved: place === null ? '' : t('moved', { place, total: items.length }),
    row: { ref: setNodeRef, style: { transform: CSS.Translate.toString(transform), transition }, onKeyDown },
    grip: (
      <button
        ref={setActivatorNodeRef}
        type="button"
        {...listeners}
        aria-label={label}
        title={t('moveHint')}
        className="grid h-8 w-5 shrink-0 cursor-grab touch-none place-items-center rounded-xs text-ink-3 hover:text-ink"
      >
        <GripIcon className="size-3.5" />
      </button>
    ),
  };
}

export interface SortableRowProps extends SortableOptions {
  className?: string;
  children: ReactNode;
}

/** A row with a grip: dragged by pointer, or moved by Alt with the arrows anywhere within it. */
export function SortableRow({ className, children, ...options }: SortableRowProps) {
  const { row, grip, moved, isDragging } = useSortableRow(options);
  return (
    <div
      {...row}
      className={clsx(
        'flex items-start gap-2 px-2 py-[5px]',
        isDragging && 'relative z-1 rounded-sm bg-raised shadow-menu',
        className,
      )}
    >
      {grip}
      {children}
      <span role="status" className="sr-only">
        {moved}
      </span>
    </div>
  );
}
