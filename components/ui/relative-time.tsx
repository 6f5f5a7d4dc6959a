'use client';

import { useEffect, useState } from 'react';
import { useMomentFormats } from '@/lib/i18n/use-moment-formats';
import { Tooltip } from './tooltip';

export interface RelativeTimeProps {
  /** ISO 8601. */
  at: string;
  className?: string;
}

/** "2 h ago" under a day, then "3 Nov"; exact on hover and focus. Follows the clock every half minute. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const formats = useMomentFormats();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Tooltip text={formats.exact(at)}>
      {/* The server's clock and the browser's differ by moments; the first effect settles it. */}
      <time dateTime={at} className={className} suppressHydrationWarning>
        {formats.relative(at, now)}
      </time>
    </Tooltip>
  );
}
