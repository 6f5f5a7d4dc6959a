'use client';

import { useEffect, useRef, useState } from 'react';

/** Whether to show a skeleton: from 200 ms after `pending` begins, then for 300 ms at least. */
export function useSkeleton(pending: boolean): boolean {
  const [shown, setShown] = useState(false);
  const since = useRef(0);
  useEffect(() => {
    if (pending === shown) return;
    const delay = pending ? 200 : Math.max(0, since.current + 300 - Date.now());
    const timer = setTimeout(() => {
      since.current = Date.now();
      setShown(pending);
    }, delay);
    return () => clearTimeout(timer);
  }, [pending, shown]);
  return shown;
}
