import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ChannelList } from '@/components/channels/channel-list';
import { queryOf } from '@/components/channels/list-query';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { getAccount } from '@/lib/services/account/read';
import { listChannels } from '@/lib/services/channels/read';
import { may } from '@/lib/services/permit';
import { readPlaces } from './read-places';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('channels');
  return { title: t('title') };
}

interface ChannelsPageProps {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function ChannelsPage({ searchParams }: ChannelsPageProps) {
  const context = await requireSession();
  const given = Object.entries(await searchParams).map(([key, value]) => [key, [value].flat()[0]]);
  const query = queryOf(Object.fromEntries(given));
  const [page, places, account] = await Promise.all([
    listChannels(context, query),
    readPlaces(context),
    getAccount(context),
  ]);
  return (
    <ClientMessages areas={['channels', 'problems']}>
      <ChannelList
        initial={{ query, page }}
        {...places}
        account={account}
        may={{ write: may(context.actor, 'channels.write'), settings: may(context.actor, 'settings.manage') }}
      />
    </ClientMessages>
  );
}
