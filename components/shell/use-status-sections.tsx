'use client';

import { useTranslations } from 'next-intl';
import { BellIcon, SoundIcon } from '@/components/ui/icons';
import type { MenuSection } from '@/components/ui/menu';
import { StatusDot, type StatusTone } from '@/components/ui/status-dot';
import { toast } from '@/components/ui/toast';
import { changeAlerts, notificationPermission, switchDesktopOn, useAlerts } from '@/lib/client/alerts';
import { chime, unlockSound } from '@/lib/client/chime';
import { useSetStatus } from '@/lib/client/own-status';
import { problemText } from '@/lib/client/problem-text';
import type { AgentStatus } from '@/lib/contracts/agent';
import type { WorkspaceMe } from '@/lib/contracts/workspace';

const STATUSES: readonly AgentStatus[] = ['online', 'away', 'invisible'];
export const STATUS_TONES: Record<AgentStatus, StatusTone> = {
  online: 'active',
  away: 'waiting',
  invisible: 'inactive',
};

/** Own status, and how this browser tells of new requests; nothing for users who answer nobody. */
export function useStatusSections(me: WorkspaceMe | undefined): MenuSection[] {
  const t = useTranslations('shell');
  const { mutate } = useSetStatus();
  const { sound, desktop } = useAlerts();
  if (!me?.agent) return [];
  const setStatus = (status: AgentStatus) =>
    mutate(status, { onError: (error) => toast(problemText(error, t('user.statusFailed'))) });
  return [
    {
      id: 'status',
      label: t('user.status'),
      items: STATUSES.map((status) => ({
        id: status,
        label: <StatusDot tone={STATUS_TONES[status]}>{t(`status.${status}`)}</StatusDot>,
        checked: me.status === status,
        onSelect: () => setStatus(status),
      })),
    },
    {
      id: 'alerts',
      label: t('user.alerts'),
      items: [
        {
          id: 'sound',
          label: t('user.sound'),
          icon: <SoundIcon />,
          checked: sound,
          onSelect: () => {
            unlockSound();
            changeAlerts({ sound: !sound });
            if (!sound) void chime();
          },
        },
        {
          id: 'desktop',
          label: t('user.desktop'),
          icon: <BellIcon />,
          checked: desktop && notificationPermission() === 'granted',
          disabledReason: whyNoNotifications(t),
          onSelect: () => (desktop ? changeAlerts({ desktop: false, asked: true }) : void switchDesktopOn()),
        },
      ],
    },
  ];
}

function whyNoNotifications(t: ReturnType<typeof useTranslations<'shell'>>): string | null {
  if (typeof window === 'undefined') return null;
  const permission = notificationPermission();
  if (permission === 'unsupported') return t('user.desktopUnsupported');
  return permission === 'denied' ? t('user.desktopDenied') : null;
}
