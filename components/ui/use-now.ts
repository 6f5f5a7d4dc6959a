'use client';

import { useNow as usePageMoment } from 'next-intl';
import { useSyncExternalStore } from 'react';

/**
 * The clock as milliseconds since 1970, moving on every `step` milliseconds (whole seconds). Everything on a page that
 * shows how long something lasts ticks together, by one timer. On the server and while hydrating it is the moment that
 * the page was made: both then write the same, and what has passed since is put right at once.
 */
export function useNow(step = 1_000): number {
  const made = usePageMoment().getTime();
  const read = () => Math.floor(now / step) * step;
  return useSyncExternalStore(subscribe, read, () => Math.floor(made / step) * step);
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = wholeSeconds();

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  if (timer === undefined) {
    tick();
    timer = setInterval(tick, 1_000);
  }
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick() {
  now = wholeSeconds();
  for (const changed of listeners) changed();
}

function wholeSeconds(): number {
  return Math.floor(Date.now() / 1_000) * 1_000;
}
