'use client';

import { useSyncExternalStore } from 'react';

/** "⌘" on Apple's computers, "Ctrl " elsewhere and on the server. */
export function useModKey(): string {
  return useSyncExternalStore(
    () => () => {},
    () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl '),
    () => 'Ctrl ',
  );
}
