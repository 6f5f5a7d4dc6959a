import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Connect } from '@/components/channels/connect/connect';
import { environment } from '@/lib/environment';
import { ChannelFrame } from '../channel-frame';
import { type ChannelPageProps, loadChannel } from '../load-channel';

export async function generateMetadata({ params }: ChannelPageProps): Promise<Metadata> {
  const { channel } = await loadChannel((await params).key, 'connect');
  const t = await getTranslations('channels.tabs');
  return { title: `${t('connect')} · ${channel.name}` };
}

export default async function ConnectPage({ params }: ChannelPageProps) {
  const { channel } = await loadChannel((await params).key, 'connect');
  return (
    <ChannelFrame channel={channel}>
      <Connect channelKey={channel.key} server={environment().url} at={new Date().toISOString()} />
    </ChannelFrame>
  );
}
