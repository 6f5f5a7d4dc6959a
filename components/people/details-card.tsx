'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { IdText } from '@/components/ui/id-text';
import { KeyValues } from '@/components/ui/key-values';
import { RelativeTime } from '@/components/ui/relative-time';
import type { CustomerDetail } from '@/lib/contracts/customer';
import { languageName } from '@/lib/i18n/language-name';
import { useFormats } from '@/lib/i18n/use-formats';

/** Who it is, and by what the customer is recognised. */
export function DetailsCard({ customer }: { customer: CustomerDetail }) {
  const t = useTranslations('customers');
  const locale = useLocale();
  const formats = useFormats();
  const { name, email, emailVerified, language, key, identities } = customer;
  const none = <span className="text-ink-3">–</span>;
  return (
    <Card title={t('detail.title')}>
      <KeyValues
        items={[
          { id: 'name', label: t('detail.name'), value: name ?? none },
          {
            id: 'email',
            label: t('detail.email'),
            value: email ? (
              <span className="inline-flex flex-wrap items-baseline gap-x-2">
                <span className="break-all">{email}</span>
                {emailVerified ? <Badge tone="go">{t('detail.verified')}</Badge> : null}
              </span>
            ) : (
              none
            ),
          },
          {
            id: 'language',
            label: t('detail.language'),
            value: language ? `${languageName(language, locale)} (${language})` : none,
          },
          { id: 'key', label: t('detail.key'), value: <Id>{key}</Id> },
          ...identities.map(({ kind, value, createdAt }) => ({
            id: `${kind}:${value}`,
            label: t(`identity.${kind}`),
            value: kind === 'session' ? t('detail.since', { date: formats.date(createdAt) }) : <Id>{value}</Id>,
          })),
          { id: 'first', label: t('detail.firstSeen'), value: formats.dateTime(customer.firstSeenAt) },
          { id: 'last', label: t('detail.lastSeen'), value: <RelativeTime at={customer.lastSeenAt} /> },
          {
            id: 'previous',
            label: t('detail.previous'),
            value: <span title={t('detail.previousHint')}>{formats.number(customer.previousConversations)}</span>,
          },
          { id: 'triggered', label: t('detail.triggered'), value: t(customer.triggered ? 'detail.yes' : 'detail.no') },
        ]}
      />
    </Card>
  );
}

function Id({ children }: { children: string }) {
  return (
    <code className="font-mono text-xs break-all">
      <IdText id={children} copy />
    </code>
  );
}
