'use client';

import { useEffect, useRef } from 'react';
import { useFormats } from '@/lib/i18n/use-formats';
import { useNow } from './use-now';

export interface CountdownProps {
  /** ISO 8601 moment at which it ends. */
  until: string;
  /** Around the figures, e.g. (left) => `${left} left`. */
  format?: (left: string) => string;
  onEnd?: () => void;
  className?: string;
}

/** "3:42", ticking each second: a silent timer, announced at one minute and at the end. */
export function Countdown({ until, format = (left) => left, onEnd, className = '' }: CountdownProps) {
  const formats = useFormats();
  const end = useRef(onEnd);
  const left = Math.ceil((Date.parse(until) - useNow()) / 1_000);
  useEffect(() => {
    end.current = onEnd;
  });
  const over = left <= 0;
  useEffect(() => {
    if (over) end.current?.();
  }, [over]);
  const text = format(formats.countdown(Math.max(0, left)));
  return (
    <>
      <span role="timer" className={`tabular-nums ${className}`}>
        {text}
      </span>
      <span role="status" className="sr-only">
        {left === 60 || left === 0 ? text : ''}
      </span>
    </>
  );
}
