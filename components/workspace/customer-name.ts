'use client';

import { useTranslations } from 'next-intl';
import type { WorkspaceRow } from '@/lib/contracts/workspace';

type Customer = Pick<WorkspaceRow['customer'], 'id' | 'name' | 'email'>;

/** How a customer is called: by name, else e-mail address, else "Visitor" with the end of the id to tell them apart. */
export function useCustomerName(): (customer: Customer) => string {
  const t = useTranslations('workspace.row');
  return ({ id, name, email }) => name || email || t('visitor', { id: shortId(id) });
}

/** For the avatar: nobody has the initials of "Visitor". */
export function knownName({ name, email }: Customer): string {
  return name || email || '';
}

function shortId(id: string): string {
  return id
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(-4)
    .toUpperCase();
}
