'use client';

import { type RefObject, useCallback } from 'react';
import { useShortcut } from '@/components/ui/use-shortcut';

const ROWS = '[data-conversation]';

/**
 * Arrows and j / k move the focus through the rows of all lists that are shown, Home and End to their ends. j and k
 * work from anywhere on the page; the arrows only from the list, since they scroll elsewhere, and from the search down
 * into it.
 */
export function useListCursor(scroller: RefObject<HTMLElement | null>, current: string | null) {
  const move = useCallback(
    (step: number | 'first' | 'last') => {
      const rows = [...(scroller.current?.querySelectorAll<HTMLElement>(ROWS) ?? [])];
      const focused = rows.indexOf(document.activeElement as HTMLElement);
      const from = focused === -1 ? rows.findIndex((row) => row.dataset.conversation === current) : focused;
      const to = step === 'first' ? 0 : step === 'last' ? rows.length - 1 : from === -1 ? 0 : Math.max(0, from + step);
      const row = rows[Math.min(to, rows.length - 1)];
      row?.focus();
      row?.scrollIntoView({ block: 'nearest' });
    },
    [scroller, current],
  );
  useShortcut('j', () => move(1));
  useShortcut('k', () => move(-1));
  const onKeyDown = useCallback(
    (event: React.KeyboardEvent) => {
      const step = ({ ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last' } as const)[event.key];
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      if (!(event.target instanceof HTMLElement)) return;
      const fromSearch = event.target.matches('[type="search"]') && event.key === 'ArrowDown';
      if (!fromSearch && !event.target.matches(ROWS)) return;
      event.preventDefault();
      move(fromSearch ? 'first' : step);
    },
    [move],
  );
  return onKeyDown;
}
