'use client';

import { useSyncExternalStore } from 'react';

/**
 * The clock in whole seconds, as milliseconds since 1970. Everything on a page that shows a waiting time ticks
 * together, by one timer. On the server and while hydrating it is the moment that the page was made for.
 */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read, read);
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

function read(): number {
  return now;
}

function wholeSeconds(): number {
  return Math.floor(Date.now() / 1_000) * 1_000;
}
