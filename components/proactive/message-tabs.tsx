'use client';

import { useTranslations } from 'next-intl';
import { LinkTabs } from '@/components/ui/link-tabs';

/** Parts of a message, each at its own address. */
export function MessageTabs({ id, version }: { id: string; version: number }) {
  const t = useTranslations('proactive.tabs');
  return (
    <LinkTabs
      label={t('label')}
      line={false}
      tabs={[
        { href: `/proactive/${id}`, label: t('message') },
        { href: `/proactive/${id}/results`, label: t('results') },
        { href: `/proactive/${id}/versions`, label: t('versions'), count: version },
        { href: `/proactive/${id}/json`, label: t('json') },
      ]}
    />
  );
}
