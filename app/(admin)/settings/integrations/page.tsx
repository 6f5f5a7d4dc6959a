import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IntegrationList } from '@/components/integrations/integration-list';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { listIntegrations } from '@/lib/services/integrations/read';
import { may } from '@/lib/services/permit';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('integrations');
  return { title: t('title') };
}

export default async function IntegrationsPage() {
  const context = await requireSession();
  const integrations = await listIntegrations(context, { page: 1, pageSize: 200 });
  return (
    <ClientMessages areas={['integrations', 'firings']}>
      <IntegrationList initial={integrations} manage={may(context.actor, 'settings.manage')} />
    </ClientMessages>
  );
}
