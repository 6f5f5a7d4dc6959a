import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WebhookList } from '@/components/developers/webhook-list';
import { EmptyState } from '@/components/ui/empty-state';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { may } from '@/lib/services/permit';
import { listWebhooks } from '@/lib/services/webhooks/read';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('developers');
  return { title: t('tabs.webhooks') };
}

export default async function WebhooksPage() {
  const context = await requireSession();
  const t = await getTranslations('developers');
  if (!may(context.actor, 'webhooks.manage')) return <EmptyState title={t('forbidden')} />;
  return (
    <ClientMessages areas={['firings']}>
      <WebhookList initial={await listWebhooks(context, { page: 1, pageSize: 200 })} />
    </ClientMessages>
  );
}
