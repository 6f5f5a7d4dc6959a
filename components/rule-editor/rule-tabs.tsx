'use client';

import { useTranslations } from 'next-intl';
import { LinkTabs } from '@/components/ui/link-tabs';

/** Families whose rules have a page of their own; the address is the area's name, and so is that of its words. */
export type RuleArea = 'triggers' | 'workflows';

export interface RuleTabsProps {
  area: RuleArea;
  id: string;
  version: number;
  fired: number;
}

/** Parts of a stored rule, each at its own address. */
export function RuleTabs({ area, id, version, fired }: RuleTabsProps) {
  const t = useTranslations('rules.page');
  return (
    <LinkTabs
      label={t('tabs')}
      line={false}
      tabs={[
        { href: `/${area}/${id}`, label: t('rule') },
        { href: `/${area}/${id}/firings`, label: t('firings'), count: fired },
        { href: `/${area}/${id}/versions`, label: t('versions'), count: version },
      ]}
    />
  );
}
