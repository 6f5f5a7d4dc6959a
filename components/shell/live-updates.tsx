'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { notificationPermission, readAlerts } from '@/lib/client/alerts';
import { chime, unlockSound } from '@/lib/client/chime';
import { isLeader, onLiveEvent } from '@/lib/client/live';
import { useSendingOfWhatWaits } from '@/lib/client/sending';
import { useCounts, useMe } from '@/lib/client/workspace';
import { useWorkspaceUpdates } from '@/lib/client/workspace-updates';
import type { WorkspaceRow } from '@/lib/contracts/workspace';

/** What goes on around every page: the stream, what waits to be sent, and the call of a new request. */
export function LiveUpdates() {
  useWorkspaceUpdates();
  useSendingOfWhatWaits();
  useCallOfRequests();
  useBadgeInTitle();
  return null;
}

/** Sound and notification; quiet for those who are invisible. */
function useCallOfRequests() {
  const t = useTranslations('shell.request');
  const { data: me } = useMe();
  const listens = me?.agent != null && me.status !== 'invisible';
  useEffect(() => {
    window.addEventListener('pointerdown', unlockSound);
    window.addEventListener('keydown', unlockSound);
    return () => {
      window.removeEventListener('pointerdown', unlockSound);
      window.removeEventListener('keydown', unlockSound);
    };
  }, []);
  useEffect(() => {
    if (!listens) return;
    return onLiveEvent((event) => {
      if (event.type !== 'request') return;
      const { sound, desktop } = readAlerts();
      if (sound) void chime();
      if (!desktop || !isLeader() || notificationPermission() !== 'granted') return;
      const who = event.row.customer.name ?? event.row.customer.email;
      const title = who === null ? t('titleUnknown') : t('title', { name: who });
      void inSight().then((seen) => !seen && notify(title, event.row));
    });
  }, [listens, t]);
}

function notify(title: string, row: WorkspaceRow) {
  const body = [row.group?.name, row.lastMessage?.text].filter(Boolean).join('\n');
  const notification = new Notification(title, { body, tag: row.id });
  notification.onclick = () => {
    window.focus();
    window.location.assign(`/workspace/${row.id}`);
    notification.close();
  };
}

const SIGHT_LOCK = 'signalbox:in-sight';

/** Whether any tab of the product is in sight: each that is holds a shared lock. */
async function inSight(): Promise<boolean> {
  if (document.visibilityState === 'visible') return true;
  if (typeof navigator.locks === 'undefined') return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === SIGHT_LOCK);
}

function holdSight(): () => void {
  if (typeof navigator.locks === 'undefined') return () => {};
  let release = () => {};
  const update = () => {
    release();
    release = () => {};
    if (document.visibilityState !== 'visible') return;
    const hidden = new Promise<void>((resolve) => {
      release = resolve;
    });
    void navigator.locks.request(SIGHT_LOCK, { mode: 'shared' }, () => hidden);
  };
  update();
  document.addEventListener('visibilitychange', update);
  return () => {
    document.removeEventListener('visibilitychange', update);
    release();
  };
}

/** "(3) …": requests that wait for me and conversations of mine with something unread. */
function useBadgeInTitle() {
  const { data: me } = useMe();
  const { data: counts } = useCounts();
  const waiting = me?.agent && me.status !== 'invisible' && counts ? counts.queue + counts.unread : 0;
  useEffect(holdSight, []);
  useEffect(() => {
    const title = document.querySelector('title');
    const mark = () => {
      const plain = document.title.replace(/^\(\d+\+?\) /, '');
      const wanted = waiting > 0 ? `(${waiting > 99 ? '99+' : waiting}) ${plain}` : plain;
      if (document.title !== wanted) document.title = wanted;
    };
    mark();
    const observer = new MutationObserver(mark);
    observer.observe(title ?? document.head, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, [waiting]);
}
