import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Installation } from '@/components/channels/installation/installation';
import { environment } from '@/lib/environment';
import { listSightings } from '@/lib/services/channels/sightings';
import { may } from '@/lib/services/permit';
import { ChannelFrame } from '../channel-frame';
import { type ChannelPageProps, loadChannel } from '../load-channel';

export async function generateMetadata({ params }: ChannelPageProps): Promise<Metadata> {
  const { channel } = await loadChannel((await params).key, 'installation');
  const t = await getTranslations('channels.tabs');
  return { title: `${t('installation')} · ${channel.name}` };
}

export default async function InstallationPage({ params }: ChannelPageProps) {
  const { context, channel } = await loadChannel((await params).key, 'installation');
  const { items } = await listSightings(context, channel.id);
  return (
    <ChannelFrame channel={channel}>
      <Installation
        channel={channel}
        server={environment().url}
        sightings={items}
        mayWrite={may(context.actor, 'channels.write')}
      />
    </ChannelFrame>
  );
}
