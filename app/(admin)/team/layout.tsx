import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { ClientMessages } from '@/lib/i18n/client-messages';

export default async function TeamLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('team');
  const tabs = [
    { href: '/team', label: t('tabs.users') },
    { href: '/team/groups', label: t('tabs.groups') },
    { href: '/team/waits', label: t('tabs.waits') },
  ];
  return (
    <ClientMessages areas={['team', 'problems']}>
      <PageHeader title={t('title')} />
      <div className="shrink-0 overflow-x-auto px-5 max-phone:px-4">
        <LinkTabs tabs={tabs} label={t('title')} />
      </div>
      {children}
    </ClientMessages>
  );
}
