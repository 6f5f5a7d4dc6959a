'use client';

import { type ReactNode, useEffect, useState } from 'react';

/**
 * A rule as one sentence. Mark values with <b> and structural words with <i>. The sentence follows typing at once;
 * assistive technology hears `spoken` when it has rested for 600 ms.
 */
export function Words({ spoken, children }: { spoken?: string; children: ReactNode }) {
  const [announced, setAnnounced] = useState(spoken);
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(spoken), 600);
    return () => clearTimeout(timer);
  }, [spoken]);
  return (
    <div className="rounded-md bg-surface-2 px-3.5 py-2.5 leading-[21px] text-ink-2 [&_b]:font-medium [&_b]:text-ink [&_i]:text-ink-3 [&_i]:not-italic">
      {children}
      {spoken === undefined ? null : (
        <span aria-live="polite" className="sr-only">
          {announced}
        </span>
      )}
    </div>
  );
}
