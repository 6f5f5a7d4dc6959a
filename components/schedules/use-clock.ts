'use client';

import { useEffect, useState } from 'react';

/** The moment, moving every few seconds; at first the one that the server rendered, so that both agree. */
export function useClock(start: string): Date {
  const [now, setNow] = useState(() => new Date(start));
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
