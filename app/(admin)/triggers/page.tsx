import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { queryOf } from '@/components/triggers/list-query';
import { TriggerList } from '@/components/triggers/trigger-list';
import { requireSession } from '@/lib/auth/current-actor';
import { eventsFor } from '@/lib/engine/registry';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { may } from '@/lib/services/permit';
import { messagingChannels } from '@/lib/services/rules/choices';
import { listTriggers } from '@/lib/services/triggers/verbs';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('triggers');
  return { title: t('title') };
}

interface TriggersPageProps {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function TriggersPage({ searchParams }: TriggersPageProps) {
  const context = await requireSession();
  const given = Object.entries(await searchParams).map(([key, value]) => [key, [value].flat()[0]]);
  const query = queryOf(Object.fromEntries(given));
  const [page, channels] = await Promise.all([listTriggers(context, query), messagingChannels(context)]);
  const choices = { channels, events: eventsFor('trigger').map(({ id }) => id) };
  return (
    <ClientMessages areas={['triggers', 'lists', 'problems']}>
      <TriggerList initial={{ query, page }} choices={choices} mayWrite={may(context.actor, 'rules.write')} />
    </ClientMessages>
  );
}
