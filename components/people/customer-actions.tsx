'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { customerName } from '@/components/shell/customer-name';
import { IconButton } from '@/components/ui/icon-button';
import { DeleteIcon, EditIcon, ExportIcon, MergeIcon, OptionsIcon, SuspendIcon } from '@/components/ui/icons';
import { later } from '@/components/ui/later';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { exportAddress } from '@/lib/client/customers';
import type { CustomerDetail } from '@/lib/contracts/customer';

const EditDialog = later(() => import('./edit-dialog').then((module) => module.EditDialog));
const SuspendDialog = later(() => import('./suspend-dialog').then((module) => module.SuspendDialog));

const EraseDialog = later(() => import('./erase-dialog').then((module) => module.EraseDialog));
const MergeDialog = later(() => import('./merge-dialog').then((module) => module.MergeDialog));

const DIALOGS = { edit: EditDialog, suspend: SuspendDialog, merge: MergeDialog, erase: EraseDialog } as const;

export interface CustomerMay {
  suspend: boolean;
  merge: boolean;
  export: boolean;
  erase: boolean;
}

/** The menu of a customer's page and what its entries ask. */
export function CustomerActions({ customer, may }: { customer: CustomerDetail; may: CustomerMay }) {
  const t = useTranslations('customers');
  const called = useTranslations('shell.customer');
  const [asked, setAsked] = useState<keyof typeof DIALOGS | null>(null);
  const Asked = asked && DIALOGS[asked];
  const items: MenuItem[] = [
    { id: 'edit', label: t('verb.edit'), icon: <EditIcon />, onSelect: () => setAsked('edit') },
    ...(may.suspend && !customer.suspension
      ? [{ id: 'suspend', label: t('verb.suspend'), icon: <SuspendIcon />, onSelect: () => setAsked('suspend') }]
      : []),
    ...(may.merge && customer.anonymous
      ? [{ id: 'merge', label: t('verb.merge'), icon: <MergeIcon />, onSelect: () => setAsked('merge') }]
      : []),
    ...(may.export
      ? [{ id: 'export', label: t('verb.export'), icon: <ExportIcon />, onSelect: () => download(customer.id) }]
      : []),
    ...(may.erase
      ? [
          {
            ...{ id: 'erase', label: t('verb.erase'), icon: <DeleteIcon />, danger: true },
            onSelect: () => setAsked('erase'),
          },
        ]
      : []),
  ];
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label={t('verb.options', { name: customerName(customer, called) })} icon={<OptionsIcon />} />
        }
        items={items}
      />
      {Asked ? <Asked customer={customer} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

/** The server names the file. */
function download(id: string) {
  const link = document.createElement('a');
  link.href = exportAddress(id);
  link.download = '';
  link.click();
}
