import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Authentication } from '@/components/channels/authentication/authentication';
import { EmptyState } from '@/components/ui/empty-state';
import { listChannelKeys } from '@/lib/services/channel-keys/read';
import { may } from '@/lib/services/permit';
import { ChannelFrame } from '../channel-frame';
import { type ChannelPageProps, loadChannel } from '../load-channel';

export async function generateMetadata({ params }: ChannelPageProps): Promise<Metadata> {
  const { channel } = await loadChannel((await params).key, 'authentication');
  const t = await getTranslations('channels.tabs');
  return { title: `${t('authentication')} · ${channel.name}` };
}

export default async function AuthenticationPage({ params }: ChannelPageProps) {
  const { context, channel } = await loadChannel((await params).key, 'authentication');
  const t = await getTranslations('channels.authentication');
  const allowed = may(context.actor, 'channels.write');
  return (
    <ChannelFrame channel={channel}>
      {allowed ? (
        <Authentication channelId={channel.id} keys={(await listChannelKeys(context, channel.id)).items} />
      ) : (
        <EmptyState title={t('forbidden')} />
      )}
    </ChannelFrame>
  );
}
