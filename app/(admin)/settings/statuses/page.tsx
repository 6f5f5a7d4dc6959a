import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StatusList } from '@/components/settings/status-list';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { may } from '@/lib/services/permit';
import { listStatuses } from '@/lib/services/statuses/read';
import { listUsed } from '@/lib/services/tickets/uses';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('tabs.statuses') };
}

export default async function StatusesPage() {
  const context = await requireSession();
  const [statuses, used] = await Promise.all([
    listStatuses(context, { page: 1, pageSize: 200 }),
    listUsed(context, 'status'),
  ]);
  return (
    <ClientMessages areas={['rules']}>
      <StatusList initial={statuses} used={used} manage={may(context.actor, 'organisation.write')} />
    </ClientMessages>
  );
}
