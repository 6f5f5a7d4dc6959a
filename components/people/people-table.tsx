'use client';

import { useTranslations } from 'next-intl';
import { customerName } from '@/components/shell/customer-name';
import { Cell, HeadCell, ListTable, Row, RowName } from '@/components/ui/list-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { shortId } from '@/components/ui/short-id';
import { StatusDot } from '@/components/ui/status-dot';
import { Tag } from '@/components/ui/tag';
import type { Customer } from '@/lib/contracts/customer';
import { useFormats } from '@/lib/i18n/use-formats';

const TAGS_SHOWN = 2;

export function PeopleTable({ customers }: { customers: readonly Customer[] }) {
  const t = useTranslations('customers');
  return (
    <ListTable label={t('title')} sticky>
      <thead>
        <tr>
          <HeadCell kind="name">{t('column.customer')}</HeadCell>
          <HeadCell>{t('column.state')}</HeadCell>
          <HeadCell className="max-[1100px]:hidden">{t('column.tags')}</HeadCell>
          <HeadCell className="max-[960px]:hidden">{t('column.language')}</HeadCell>
          <HeadCell align="end" className="max-[860px]:hidden">
            {t('column.conversations')}
          </HeadCell>
          <HeadCell className="max-[1240px]:hidden">{t('column.firstSeen')}</HeadCell>
          <HeadCell align="end">{t('column.lastSeen')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {customers.map((customer) => (
          <CustomerRow key={customer.id} customer={customer} />
        ))}
      </tbody>
    </ListTable>
  );
}

function CustomerRow({ customer }: { customer: Customer }) {
  const called = useTranslations('shell.customer');
  const formats = useFormats();
  const { id, name, email, key, tags, language, conversations } = customer;
  return (
    <Row>
      <Cell kind="name">
        <RowName
          href={`/people/${id}`}
          name={customerName(customer, called)}
          detail={[name === null ? null : email, shortId(key)].filter(Boolean).join(' · ')}
        />
      </Cell>
      <Cell phone="left">
        <CustomerState customer={customer} />
      </Cell>
      <Cell className="max-[1100px]:hidden">
        <span className="inline-flex gap-1">
          {tags.slice(0, TAGS_SHOWN).map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
          {tags.length > TAGS_SHOWN ? (
            <span title={tags.join(', ')} className="text-xs leading-5 text-ink-3">
              +{tags.length - TAGS_SHOWN}
            </span>
          ) : null}
        </span>
      </Cell>
      <Cell className="text-ink-2 max-[960px]:hidden">{language ?? '–'}</Cell>
      <Cell align="end" className="text-ink-2 tabular-nums max-[860px]:hidden">
        {formats.number(conversations)}
      </Cell>
      <Cell className="text-ink-2 max-[1240px]:hidden">
        <RelativeTime at={customer.firstSeenAt} />
      </Cell>
      <Cell align="end" phone="right" className="text-ink-2">
        <RelativeTime at={customer.lastSeenAt} />
      </Cell>
    </Row>
  );
}

/** Identified, anonymous, or suspended, which matters most. */
export function CustomerState({ customer }: { customer: Pick<Customer, 'anonymous' | 'suspension'> }) {
  const t = useTranslations('customers.state');
  if (customer.suspension) return <StatusDot tone="broken">{t('suspended')}</StatusDot>;
  return customer.anonymous ? <span className="text-ink-3">{t('anonymous')}</span> : t('identified');
}
