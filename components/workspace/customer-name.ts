'use client';

import { useTranslations } from 'next-intl';
import { customerLine } from '@/components/shell/customer-name';
import type { WorkspaceRow } from '@/lib/contracts/workspace';

type Customer = Pick<WorkspaceRow['customer'], 'id' | 'name' | 'email' | 'anonymous'>;

/** As everywhere, but many visitors stand side by side here: each with the end of the id to tell them apart. */
export function useCustomerName(): (customer: Customer) => string {
  const t = useTranslations('workspace.row');
  const called = useTranslations('shell.customer');
  return (customer) =>
    customer.anonymous && knownName(customer) === ''
      ? t('visitor', { id: shortId(customer.id) })
      : customerLine(customer, called);
}

/** For the avatar: nobody has the initials of "Visitor". */
export function knownName({ name, email }: Pick<Customer, 'name' | 'email'>): string {
  return name || email || '';
}

function shortId(id: string): string {
  return id
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(-4)
    .toUpperCase();
}
