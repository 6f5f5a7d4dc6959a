'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { toastUndo } from '@/components/ui/toast';

interface OrderOptions {
  /** In their order, the first one standing at `first`. */
  rows: readonly { id: string; name: string }[];
  first?: number;
  /** Sets the order of these rules. */
  send: (ids: readonly string[]) => Promise<void>;
  refuse: (error: unknown) => void;
}

/**
 * Moves rules within their list: told with Undo, which assistive technology hears. While that is offered, further moves
 * of the same rule belong to the same Undo.
 */
export function useOrder({ rows, first = 1, send, refuse }: OrderOptions) {
  const t = useTranslations('lists');
  const moving = useRef<{ id: string; before: readonly string[] } | null>(null);
  const shown = rows.map(({ id }) => id);
  // Ahead of what is rendered while keys come quickly.
  const standing = useRef(shown);
  standing.current = shown;
  const place = async (id: string, to: number): Promise<void> => {
    const ids = standing.current;
    const without = ids.filter((each) => each !== id);
    const next = [...without.slice(0, to), id, ...without.slice(to)];
    if (next.join() === ids.join()) return;
    standing.current = next;
    const before = moving.current?.id === id ? moving.current.before : ids;
    const move = { id, before };
    moving.current = move;
    const forget = () => {
      if (moving.current === move) moving.current = null;
    };
    try {
      await send(next);
      if (moving.current !== move) return;
      const name = rows.find((row) => row.id === id)?.name ?? '';
      const undo = () => {
        forget();
        return send(before).catch(refuse);
      };
      toastUndo(t('done.moved', { name, place: first + to }), undo, { settle: forget, id: 'order' });
    } catch (error) {
      forget();
      refuse(error);
    }
  };
  return {
    /** To the place where another one stands. */
    placeAt: (id: string, other: string) => void place(id, standing.current.indexOf(other)),
    /** By one place up (-1) or down (1). */
    move: (id: string, by: number) => {
      const { current } = standing;
      void place(id, Math.min(Math.max(current.indexOf(id) + by, 0), current.length - 1));
    },
  };
}
