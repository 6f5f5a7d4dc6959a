'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import { insertText } from '@/components/ui/insert-text';
import { renderCannedReply, useCannedReplies } from '@/lib/client/canned-replies';
import type { CannedReply } from '@/lib/contracts/canned-reply';

/** A slash and what follows, at the beginning or after a space, up to the caret. */
const TYPED = /(?:^|\s)\/([\p{L}\p{N}_-]{0,40})$/u;

interface Token {
  /** Place of the slash. */
  start: number;
  query: string;
}

export interface Canned {
  listId: string;
  open: boolean;
  replies: readonly CannedReply[];
  active: number;
  loading: boolean;
  query: string;
  /** Placeholders without a value in what was inserted last, e.g. `customer_email`. */
  missing: readonly string[];
  failed: boolean;
  /** After every change of text or caret. */
  look: (area: HTMLTextAreaElement) => void;
  /** Answers whether the key was meant for the list. */
  onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  point: (index: number) => void;
  choose: (reply: CannedReply, area: HTMLTextAreaElement) => void;
  close: () => void;
}

/** Canned replies by typing `/`: arrows choose, Enter and Tab insert, Escape leaves the slash as text. */
export function useCanned(conversation: string): Canned {
  const listId = useId();
  const [token, setToken] = useState<Token | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState(false);
  const open = token !== null && token.start !== dismissed;
  const query = token?.query ?? '';
  const list = useCannedReplies({ search: query, scope: '', page: 1, pageSize: 20 }, { enabled: open });
  const replies = open ? (list.data?.items ?? []) : [];

  const look = (area: HTMLTextAreaElement) => {
    const before = area.selectionStart === area.selectionEnd ? area.value.slice(0, area.selectionStart) : '';
    const match = TYPED.exec(before);
    const found = match?.[1];
    const next = found === undefined ? null : { start: before.length - found.length - 1, query: found };
    if (next?.query !== token?.query) setActive(0);
    if (next === null) setDismissed(null);
    setToken(next);
  };
  const choose = (reply: CannedReply, area: HTMLTextAreaElement) => {
    if (!token) return;
    const { start, query: typed } = token;
    setDismissed(start);
    setFailed(false);
    renderCannedReply(reply.id, conversation)
      .then((rendered) => {
        insertText(area, rendered.text, start, start + 1 + typed.length);
        setMissing(rendered.missing);
        setToken(null);
        setDismissed(null);
      })
      .catch(() => setFailed(true));
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!open || event.nativeEvent.isComposing) return false;
    if (event.key === 'Escape') setDismissed(token?.start ?? null);
    else if (replies.length === 0) return false;
    else if (event.key === 'ArrowDown') setActive((active + 1) % replies.length);
    else if (event.key === 'ArrowUp') setActive((active + replies.length - 1) % replies.length);
    else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') {
      const reply = replies[active];
      if (reply) choose(reply, event.currentTarget);
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    ...{ listId, open, replies, active, query, missing, failed, look, onKey, choose },
    loading: list.isPending || list.isPlaceholderData,
    point: setActive,
    close: () => setDismissed(token?.start ?? null),
  };
}
