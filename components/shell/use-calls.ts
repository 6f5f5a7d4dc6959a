'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { notificationPermission, readAlerts } from '@/lib/client/alerts';
import { chime, unlockSound } from '@/lib/client/chime';
import { holdSight, isInSight } from '@/lib/client/in-sight';
import { isLeader, type LiveEvent, onLiveEvent } from '@/lib/client/live';
import { useMe } from '@/lib/client/me';
import type { WorkspaceRow } from '@/lib/contracts/workspace';

/** What calls an agent: a new request in a queue of theirs, or a conversation that was given to them. */
export interface Call {
  kind: 'request' | 'given';
  row: WorkspaceRow;
}

/** Sound and notification; quiet for those who are invisible. */
export function useCalls(): void {
  const t = useTranslations('shell.request');
  const { data: me } = useMe();
  const agent = me && me.status !== 'invisible' ? (me.agent?.key ?? null) : null;
  useEffect(holdSight, []);
  useEffect(() => {
    window.addEventListener('pointerdown', unlockSound);
    window.addEventListener('keydown', unlockSound);
    return () => {
      window.removeEventListener('pointerdown', unlockSound);
      window.removeEventListener('keydown', unlockSound);
    };
  }, []);
  useEffect(() => {
    if (agent === null) return;
    return onLiveEvent((event) => {
      const call = callOf(event, agent);
      if (!call) return;
      const { sound, desktop } = readAlerts();
      if (sound) void chime();
      if (!desktop || !isLeader() || notificationPermission() !== 'granted') return;
      const { name, email } = call.row.customer;
      const title = t(call.kind, { name: name ?? email ?? '', known: (name ?? email) ? 'yes' : 'no' });
      void isInSight().then((seen) => !seen && notify(title, call.row));
    });
  }, [agent, t]);
}

/** What I took myself is no call. */
export function callOf(event: LiveEvent, agent: string): Call | null {
  if (event.type === 'request') return { kind: 'request', row: event.row };
  if (event.type !== 'conversation' || event.row.assignee?.key !== agent) return null;
  const given = event.entries.some(
    (entry) =>
      entry.kind === 'line' &&
      entry.change.type === 'assigned' &&
      entry.change.to?.key === agent &&
      (entry.change.via === 'auto' || (entry.change.via === 'assignment' && entry.actor?.key !== agent)),
  );
  return given ? { kind: 'given', row: event.row } : null;
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
