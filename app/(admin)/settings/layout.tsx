import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { ClientMessages } from '@/lib/i18n/client-messages';

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('settings');
  const tabs = [
    { href: '/settings', label: t('tabs.account') },
    { href: '/settings/brands', label: t('tabs.brands') },
    { href: '/settings/statuses', label: t('tabs.statuses') },
    { href: '/settings/inboxes', label: t('tabs.inboxes') },
    { href: '/settings/integrations', label: t('tabs.integrations') },
    { href: '/settings/history', label: t('tabs.history') },
  ];
  return (
    <ClientMessages areas={['settings', 'problems']}>
      <PageHeader title={t('title')} />
      <div className="shrink-0 overflow-x-auto px-5 max-phone:px-4">
        <LinkTabs tabs={tabs} label={t('title')} />
      </div>
      {children}
    </ClientMessages>
  );
}
