'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { markRead } from '@/lib/client/workspace-thread';
import type { WorkspaceConversation } from '@/lib/contracts/workspace';

/**
 * Marks messages as read while they are in front of somebody: window in focus, end of the thread in sight. Answers
 * where the mark "New" stands: before what was unread when the conversation was opened, or came while one was away.
 */
export function useReading(conversation: WorkspaceConversation, atEnd: boolean): number | null {
  const client = useQueryClient();
  const { id, unread, thread } = conversation;
  const [mark, setMark] = useState(() => firstMark(conversation));
  const seen = useRef(thread.messageSeq);
  const attentive = useAttention();
  const ownSeq = lastOwnSeq(conversation);

  useEffect(() => {
    if (thread.messageSeq > seen.current && !attentive) setMark((now) => now ?? seen.current);
    if (attentive) seen.current = thread.messageSeq;
  }, [thread.messageSeq, attentive]);
  // Whoever has answered has read.
  useEffect(() => setMark((now) => (now !== null && ownSeq > now ? null : now)), [ownSeq]);
  useEffect(() => {
    if (attentive && atEnd && unread > 0) markRead(client, id, thread.messageSeq);
  }, [client, id, attentive, atEnd, unread, thread.messageSeq]);
  return mark;
}

/** What has been read or answered by me or a colleague is old; null where nothing is new. */
function firstMark(conversation: WorkspaceConversation): number | null {
  const { readSeq, unread, thread } = conversation;
  const old = Math.max(readSeq, lastOwnSeq(conversation));
  const isNew = thread.entries.some(
    (entry) => entry.kind === 'message' && entry.author.kind === 'customer' && entry.seq > old,
  );
  return unread > 0 && isNew ? old : null;
}

function lastOwnSeq({ thread }: WorkspaceConversation): number {
  const own = thread.entries.findLast((entry) => entry.kind === 'message' && entry.author.kind === 'agent');
  return own && own.kind !== 'line' ? own.seq : 0;
}

/** Whether the window is in front and used. */
function useAttention(): boolean {
  const [attentive, setAttentive] = useState(false);
  useEffect(() => {
    const update = () => setAttentive(document.visibilityState === 'visible' && document.hasFocus());
    update();
    window.addEventListener('focus', update);
    window.addEventListener('blur', update);
    document.addEventListener('visibilitychange', update);
    return () => {
      window.removeEventListener('focus', update);
      window.removeEventListener('blur', update);
      document.removeEventListener('visibilitychange', update);
    };
  }, []);
  return attentive;
}
