import type { Metadata } from 'next';
import { ChannelForm } from '@/components/channels/general/channel-form';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { getAccount } from '@/lib/services/account/read';
import { may } from '@/lib/services/permit';
import { readPlaces } from '../read-places';
import { type ChannelPageProps, loadChannel } from './load-channel';

export async function generateMetadata({ params }: ChannelPageProps): Promise<Metadata> {
  const { channel } = await loadChannel((await params).key);
  return { title: channel.name };
}

export default async function ChannelPage({ params }: ChannelPageProps) {
  const { context, channel } = await loadChannel((await params).key);
  const [places, account] = await Promise.all([readPlaces(context), getAccount(context)]);
  return (
    <ClientMessages areas={['channels', 'problems']}>
      <ChannelForm
        key={channel.id}
        channel={channel}
        {...places}
        accountLanguage={account.language}
        mayWrite={may(context.actor, 'channels.write')}
      />
    </ClientMessages>
  );
}
