'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

const EVERY_MS = 5_000;

/** Renders the page anew every five seconds while it is seen and `on`. */
export function useLivePage(on: boolean): void {
  const router = useRouter();
  const refresh = useRef(router.refresh);
  useEffect(() => {
    refresh.current = router.refresh;
  });
  useEffect(() => {
    if (!on) return;
    const look = () => {
      if (document.visibilityState === 'visible') refresh.current();
    };
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [on]);
}
