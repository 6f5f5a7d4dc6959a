'use client';

import { useTranslations } from 'next-intl';
import { downloadJson } from '@/components/ui/download';
import { ExportIcon, ImportIcon, TriggerIcon } from '@/components/ui/icons';
import type { MenuItem, OpenMenu } from '@/components/ui/menu';
import { MenuLayer } from '@/components/ui/menu-layer';
import { exportAddress } from '@/lib/client/rule-list';
import { TRIGGERS } from '@/lib/client/triggers';

export type HeaderDialog = 'recipes' | 'import';

interface HeaderMenuProps extends OpenMenu {
  mayWrite: boolean;
  onOpen: (dialog: HeaderDialog) => void;
}

/** The open menu of the list's header: what concerns all triggers. */
export function HeaderMenu({ mayWrite, onOpen, ...open }: HeaderMenuProps) {
  const t = useTranslations('triggers');
  const exporting: MenuItem = {
    id: 'export',
    label: t('export'),
    icon: <ExportIcon />,
    onSelect: () => downloadJson(exportAddress(TRIGGERS), 'triggers'),
  };
  const writing: MenuItem[] = [
    { id: 'recipes', label: t('recipes'), icon: <TriggerIcon />, onSelect: () => onOpen('recipes') },
    { id: 'import', label: t('import'), icon: <ImportIcon />, onSelect: () => onOpen('import') },
  ];
  return <MenuLayer {...open} items={mayWrite ? [...writing, exporting] : [exporting]} />;
}
