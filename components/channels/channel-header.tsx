'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { StatusDot } from '@/components/ui/status-dot';
import type { Channel } from '@/lib/contracts/channel';
import { ChannelTabs } from './channel-tabs';

interface ChannelHeaderProps {
  channel: Pick<Channel, 'key' | 'kind' | 'name' | 'active'>;
  /** What is typed and not saved yet. */
  dirty?: boolean;
  actions?: ReactNode;
  /** In the bar of the tabs, at the right. */
  aside?: ReactNode;
}

/** Header and tabs of every part of a channel. */
export function ChannelHeader({ channel, dirty = false, actions, aside }: ChannelHeaderProps) {
  const t = useTranslations('channels');
  const { kind, name, active } = channel;
  return (
    <>
      <PageHeader
        crumb={{ label: t('title'), href: '/channels' }}
        title={t(`page.${kind}`)}
        state={
          <>
            <span className="min-w-0 truncate text-ink-2 max-phone:hidden" title={name}>
              {name}
            </span>
            <Badge tone={active ? 'go' : 'neutral'} className="max-phone:hidden">
              {t(active ? 'status.active' : 'status.inactive')}
            </Badge>
          </>
        }
        actions={actions}
      />
      <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 border-b border-line px-5 max-phone:px-4">
        <div className="min-w-0 overflow-x-auto">
          <ChannelTabs channel={channel} />
        </div>
        <div className="ml-auto flex items-center gap-3">
          {aside}
          <span role="status">
            {dirty ? (
              <StatusDot tone="waiting" className="text-ink-2">
                {t('unsaved')}
              </StatusDot>
            ) : null}
          </span>
        </div>
      </div>
    </>
  );
}
