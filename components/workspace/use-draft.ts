'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, EMPTY_DRAFT, keepDraft, readDraft } from '@/lib/client/drafts';

const KEEP_AFTER_MS = 250;

/** What is being written in a conversation, kept in the browser as one types. */
export function useDraft(conversation: string): [draft: Draft, change: (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const latest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Not while rendering: the server knows no drafts, and the page it made must be taken over as it is.
  useEffect(() => {
    latest.current = readDraft(conversation);
    setDraft(latest.current);
    const keep = () => {
      clearTimeout(timer.current);
      keepDraft(conversation, latest.current);
    };
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [conversation]);
  const change = useCallback(
    (part: Partial<Draft>) => {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => keepDraft(conversation, latest.current), KEEP_AFTER_MS);
    },
    [conversation],
  );
  return [draft, change];
}
