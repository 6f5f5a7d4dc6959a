'use client';

import { useEffect, useRef, useState } from 'react';

const SEARCH_DELAY_MS = 200;

/**
 * Typed text goes into the address when typing rests; a change of the address by others (Back) comes into the field.
 * The address answers late: what was sent from here and comes back never replaces what has been typed since.
 */
export function useSearchText(stored: string, store: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(stored);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(new Set<string>());
  useEffect(() => {
    if (!sent.current.delete(stored)) setText(stored);
  }, [stored]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current.add(next);
      store(next);
    }, SEARCH_DELAY_MS);
  };
  return [text, change];
}
