'use client';

import { useEffect } from 'react';
import { useMe, useToldCounts } from '@/lib/client/me';
import { useSendingOfWhatWaits } from '@/lib/client/sending';
import { useWorkspaceUpdates } from '@/lib/client/workspace-updates';
import { useCalls } from './use-calls';

/** What goes on around every page: the stream, what waits to be sent, and the call of a new request. */
export function LiveUpdates() {
  useWorkspaceUpdates();
  useSendingOfWhatWaits();
  useCalls();
  useBadgeInTitle();
  return null;
}

/** "(3) …": requests that wait for me and conversations of mine with something unread. */
function useBadgeInTitle() {
  const { data: me } = useMe();
  const counts = useToldCounts();
  const waiting = me?.agent && me.status !== 'invisible' && counts ? counts.queue + counts.unread : 0;
  useEffect(() => {
    const mark = () => {
      const plain = document.title.replace(/^\(\d+\+?\) /, '');
      const wanted = waiting > 0 ? `(${waiting > 99 ? '99+' : waiting}) ${plain}` : plain;
      if (document.title !== wanted) document.title = wanted;
    };
    mark();
    // Pages set their own title whenever they are shown.
    const observer = new MutationObserver(mark);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, [waiting]);
}
