'use client';

import { useTranslations } from 'next-intl';
import { LinkTabs } from '@/components/ui/link-tabs';
import type { Channel } from '@/lib/contracts/channel';
import { channelPath } from './channel-path';
import { hasWidget } from './has-widget';

/** Parts of a channel, each at its own address. */
export function ChannelTabs({ channel }: { channel: Pick<Channel, 'key' | 'kind'> }) {
  const t = useTranslations('channels.tabs');
  const general = { href: channelPath(channel), label: t('general') };
  const connect = { href: channelPath(channel, 'connect'), label: t('connect') };
  const parts = (['installation', 'responses', 'authentication'] as const).map((part) => ({
    href: channelPath(channel, part),
    label: t(part),
  }));
  const tabs = hasWidget(channel) ? [general, ...parts] : channel.kind === 'api' ? [general, connect] : [general];
  return <LinkTabs label={t('label')} line={false} tabs={tabs} />;
}
