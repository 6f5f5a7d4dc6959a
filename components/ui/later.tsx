'use client';

import { type ComponentType, lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';

/**
 * A component whose code is fetched when it is first drawn, and in browsers only: what opens on request, and what no
 * page waits for. `waiting` stands in its place until it is there.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: ReactNode = null,
): ComponentType<P> {
  const Loaded = lazy(async () => ({ default: await load() }));
  // biome-ignore lint/correctness/noComponentHookFactories: called once, where a module begins, as lazy() is
  return function Later(props: P) {
    const inBrowser = useSyncExternalStore(watchNothing, isTrue, isFalse);
    return inBrowser ? (
      <Suspense fallback={waiting}>
        <Loaded {...props} />
      </Suspense>
    ) : (
      waiting
    );
  };
}

// What is drawn on the server and while the browser takes it over is the same: nothing yet.
const watchNothing = () => () => {};
const isTrue = () => true;
const isFalse = () => false;
