'use client';

import { useTranslations } from 'next-intl';
import { customerName } from '@/components/shell/customer-name';
import { Button } from '@/components/ui/button';
import { Cell, HeadCell, ListTable, Row, RowName } from '@/components/ui/list-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { shortId } from '@/components/ui/short-id';
import { liftSuspension } from '@/lib/client/customers';
import type { Customer } from '@/lib/contracts/customer';
import { Author } from './suspension-card';
import { useSave } from './use-save';

/** Whom nobody hears at the moment: from what, why, by whom and since when. */
export function SuspendedTable({ customers, mayLift }: { customers: readonly Customer[]; mayLift: boolean }) {
  const t = useTranslations('customers');
  return (
    <ListTable label={t('tabs.suspended')} sticky>
      <thead>
        <tr>
          <HeadCell kind="name">{t('column.customer')}</HeadCell>
          <HeadCell>{t('column.scope')}</HeadCell>
          <HeadCell className="max-[860px]:hidden">{t('column.reason')}</HeadCell>
          <HeadCell className="max-[1100px]:hidden">{t('column.by')}</HeadCell>
          <HeadCell align="end">{t('column.since')}</HeadCell>
          {mayLift ? (
            <HeadCell align="end" className="max-phone:hidden">
              <span className="sr-only">{t('verb.lift')}</span>
            </HeadCell>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {customers.map((customer) => (
          <SuspendedRow key={customer.id} customer={customer} mayLift={mayLift} />
        ))}
      </tbody>
    </ListTable>
  );
}

function SuspendedRow({ customer, mayLift }: { customer: Customer; mayLift: boolean }) {
  const t = useTranslations('customers');
  const name = customerName(customer, useTranslations('shell.customer'));
  const { save, busy, problem } = useSave(t('done.lifted', { name }), () => {});
  const { suspension } = customer;
  // Lifted by somebody else a moment ago.
  if (!suspension) return null;
  return (
    <Row>
      <Cell kind="name">
        <RowName
          href={`/people/${customer.id}`}
          name={name}
          detail={
            problem ?? [customer.email, shortId(customer.key)].filter((part) => part && part !== name).join(' · ')
          }
          broken={problem !== null}
        />
      </Cell>
      <Cell phone="left">{t(`scope.${suspension.scope}`)}</Cell>
      <Cell className="max-w-70 truncate text-ink-2 max-[860px]:hidden">
        <span title={suspension.reason}>{suspension.reason || '–'}</span>
      </Cell>
      <Cell className="text-ink-2 max-[1100px]:hidden">
        <Author by={suspension.by} />
      </Cell>
      <Cell align="end" phone="right" className="text-ink-2">
        <RelativeTime at={suspension.at} />
      </Cell>
      {mayLift ? (
        <Cell align="end">
          <Button
            size="xs"
            busy={busy}
            aria-label={t('suspension.liftOf', { name })}
            onClick={() => void save(() => liftSuspension(customer.id))}
          >
            {t('verb.lift')}
          </Button>
        </Cell>
      ) : null}
    </Row>
  );
}
