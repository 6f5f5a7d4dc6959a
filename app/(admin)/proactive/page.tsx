import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { queryOf } from '@/components/proactive/list-query';
import { MessageList } from '@/components/proactive/message-list';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { getAccount } from '@/lib/services/account/read';
import { may } from '@/lib/services/permit';
import { listMessages } from '@/lib/services/proactive/list';
import { loadPlaces } from './load-places';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('proactive');
  return { title: t('title') };
}

interface ProactivePageProps {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function ProactivePage({ searchParams }: ProactivePageProps) {
  const context = await requireSession();
  const given = Object.entries(await searchParams).map(([key, value]) => [key, [value].flat()[0]]);
  const query = queryOf(Object.fromEntries(given));
  const [page, places, { settings }] = await Promise.all([
    listMessages(context, query),
    loadPlaces(context),
    getAccount(context),
  ]);
  return (
    <ClientMessages areas={['proactive', 'lists', 'rules', 'problems']}>
      <MessageList
        initial={{ query, page }}
        {...places}
        mayWrite={may(context.actor, 'rules.write')}
        kept={settings.conversationControl === 'keep'}
        maySetControl={may(context.actor, 'settings.manage')}
      />
    </ClientMessages>
  );
}
