'use client';

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface ThreadScroll {
  scroller: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  /** Whether the end is in sight. */
  atEnd: boolean;
  toEnd: () => void;
}

/**
 * Keeps the end of a thread in sight while it was in sight, also when pictures grow; keeps what one reads in place when
 * older messages come in above. `first` and `last` are keys of the first and last item; `startAt` finds the element to
 * begin at, if not at the end.
 */
export function useThreadScroll(first: string, last: string, startAt: string): ThreadScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const end = useRef(true);
  const fromBottom = useRef(0);
  const started = useRef(false);

  const note = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    fromBottom.current = box.scrollHeight - box.scrollTop;
    end.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
    setAtEnd(end.current);
  }, []);
  const toEnd = useCallback(() => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
    note();
  }, [note]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: acts when what stands at the top has changed
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const start = started.current ? null : box.querySelector<HTMLElement>(startAt);
    if (start) box.scrollTop = start.offsetTop - START_PX;
    else if (!started.current) box.scrollTop = box.scrollHeight;
    else if (!end.current) box.scrollTop = box.scrollHeight - fromBottom.current;
    started.current = true;
    note();
  }, [first]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: acts when something has come in at the end
  useLayoutEffect(() => {
    if (end.current) toEnd();
    else note();
  }, [last]);

  useEffect(() => {
    const [box, inner] = [scroller.current, content.current];
    if (!box || !inner) return;
    const observer = new ResizeObserver(() => end.current && toEnd());
    observer.observe(box);
    observer.observe(inner);
    box.addEventListener('scroll', note, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', note);
    };
  }, [note, toEnd]);

  return { scroller, content, atEnd, toEnd };
}

const NEAR_PX = 48;
const START_PX = 80;
