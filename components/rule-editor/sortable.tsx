'use client';

import { closestCenter, DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent, ReactNode } from 'react';
import { GripIcon } from '@/components/ui/icons';

export interface SortableListProps {
  ids: readonly string[];
  /** Places the dragged item where the other stands. */
  onPlace: (key: string, before: string) => void;
  children: ReactNode;
}

/** A list whose rows can be dragged by their grip. */
export function SortableList({ ids, onPlace, children }: SortableListProps) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const end = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onPlace(String(active.id), String(over.id));
  };
  return (
    <DndContext id={ids[0] ?? 'empty'} sensors={sensors} collisionDetection={closestCenter} onDragEnd={end}>
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

export interface SortableRowProps {
  id: string;
  /** Name of the grip. */
  label: string;
  /** Alt with an arrow: one place up (-1) or down (1). */
  onMove: (by: number) => void;
  className?: string;
  children: ReactNode;
}

/** A row with a grip: dragged by pointer, or moved by Alt with the arrows anywhere within it. */
export function SortableRow({ id, label, onMove, className, children }: SortableRowProps) {
  const t = useTranslations('rules');
  const { listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(by);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the row's own controls are watched as they bubble
    <div
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={clsx(
        'flex items-start gap-2 px-2 py-[5px]',
        isDragging && 'relative z-1 rounded-sm bg-raised shadow-menu',
        className,
      )}
      onKeyDown={onKeyDown}
    >
      <button
        ref={setActivatorNodeRef}
        type="button"
        {...listeners}
        aria-label={label}
        title={t('editor.moveHint')}
        className="grid h-8 w-5 shrink-0 cursor-grab touch-none place-items-center rounded-xs text-ink-3 hover:text-ink"
      >
        <GripIcon className="size-3.5" />
      </button>
      {children}
    </div>
  );
}
