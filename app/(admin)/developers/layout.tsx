import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { ClientMessages } from '@/lib/i18n/client-messages';

export default async function DevelopersLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('developers');
  const tabs = [
    { href: '/developers', label: t('tabs.tokens') },
    { href: '/developers/events', label: t('tabs.events') },
    { href: '/developers/webhooks', label: t('tabs.webhooks') },
    { href: '/developers/mails', label: t('tabs.mails'), nested: true },
    { href: '/developers/reference', label: t('tabs.reference') },
  ];
  return (
    <ClientMessages areas={['developers', 'problems']}>
      <PageHeader title={t('title')} />
      <div className="shrink-0 overflow-x-auto px-5 max-phone:px-4">
        <LinkTabs tabs={tabs} label={t('title')} />
      </div>
      {children}
    </ClientMessages>
  );
}
