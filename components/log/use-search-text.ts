'use client';

import { useEffect, useRef, useState } from 'react';

const SEARCH_DELAY_MS = 300;

/** Typed text goes into the address when typing rests; a change of the address (Back) comes into the field. */
export function useSearchText(stored: string, store: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(stored);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(stored);
  useEffect(() => {
    if (stored !== sent.current) setText(stored);
    sent.current = stored;
  }, [stored]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = next;
      store(next);
    }, SEARCH_DELAY_MS);
  };
  return [text, change];
}
