'use client';

import { useCallback, useEffect, useRef } from 'react';
import { tellTyping } from '@/lib/client/workspace';

const AGAIN_MS = 4_000;

/** Tells the others that one is typing: again every few seconds, and once when one has stopped. */
export function useTellTyping(conversation: string): (typing: boolean) => void {
  const told = useRef(0);
  const tell = useCallback(
    (typing: boolean) => {
      const now = Date.now();
      if (typing ? now - told.current < AGAIN_MS : told.current === 0) return;
      told.current = typing ? now : 0;
      tellTyping(conversation, typing);
    },
    [conversation],
  );
  useEffect(() => () => tell(false), [tell]);
  return tell;
}
