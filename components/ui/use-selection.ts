'use client';

import { useMemo, useRef, useState } from 'react';

export interface Selection {
  selected: ReadonlySet<string>;
  /** `range` (Shift) takes everything from the last toggled id to this one. */
  toggle: (id: string, range?: boolean) => void;
  toggleAll: () => void;
  clear: () => void;
  /** State of the box in the head. */
  all: boolean | 'indeterminate';
}

/** Ticked rows of the page in view. Ids that leave the page leave the selection. */
export function useSelection(ids: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  return useMemo(() => {
    const selected = new Set(ids.filter((id) => chosen.has(id)));
    const toggle = (id: string, range = false) => {
      const span = range && last.current ? between(ids, last.current, id) : [id];
      const next = new Set(selected);
      const add = !selected.has(id);
      for (const each of span) add ? next.add(each) : next.delete(each);
      last.current = id;
      setChosen(next);
    };
    return {
      selected,
      toggle,
      toggleAll: () => setChosen(selected.size === ids.length ? new Set() : new Set(ids)),
      clear: () => setChosen(new Set()),
      all: selected.size === 0 ? false : selected.size === ids.length ? true : ('indeterminate' as const),
    };
  }, [ids, chosen]);
}

function between(ids: readonly string[], from: string, to: string): string[] {
  const [start, end] = [ids.indexOf(from), ids.indexOf(to)].sort((a, b) => a - b);
  return start === undefined || start < 0 ? [to] : ids.slice(start, (end ?? start) + 1);
}
