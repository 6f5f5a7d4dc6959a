import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { queryOf } from '@/components/triggers/list-query';
import { TriggerList } from '@/components/triggers/trigger-list';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { may } from '@/lib/services/permit';
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
  const page = await listTriggers(context, query);
  return (
    <ClientMessages areas={['triggers', 'problems']}>
      <TriggerList initial={{ query, page }} mayWrite={may(context.actor, 'rules.write')} />
    </ClientMessages>
  );
}
