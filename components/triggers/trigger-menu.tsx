'use client';

import { useTranslations } from 'next-intl';
import { CopyIcon, DeleteIcon, EditIcon, LogIcon, PauseIcon, ResumeIcon } from '@/components/ui/icons';
import type { MenuItem, OpenMenu } from '@/components/ui/menu';
import { MenuLayer } from '@/components/ui/menu-layer';
import type { TriggerSummary } from '@/lib/contracts/trigger';
import type { RowActs } from './trigger-row';

interface TriggerMenuProps extends OpenMenu {
  trigger: TriggerSummary;
  mayWrite: boolean;
  acts: RowActs;
}

/** The open Options menu of one trigger. */
export function TriggerMenu({ trigger, mayWrite, acts, ...open }: TriggerMenuProps) {
  const t = useTranslations('triggers');
  return <MenuLayer {...open} items={itemsOf(t, trigger, mayWrite, acts)} />;
}

function itemsOf(
  t: ReturnType<typeof useTranslations<'triggers'>>,
  trigger: TriggerSummary,
  mayWrite: boolean,
  acts: RowActs,
): MenuItem[] {
  const { id, active } = trigger;
  const log: MenuItem = { id: 'firings', label: t('verb.firings'), icon: <LogIcon />, href: `/triggers/${id}/firings` };
  const open: MenuItem = {
    id: 'edit',
    label: mayWrite ? t('verb.edit') : t('verb.view'),
    icon: <EditIcon />,
    shortcut: '↵',
    href: `/triggers/${id}`,
  };
  if (!mayWrite) return [open, log];
  return [
    open,
    { id: 'clone', label: t('verb.clone'), icon: <CopyIcon />, shortcut: 'C', onSelect: () => acts.clone(id) },
    {
      id: 'switch',
      label: active ? t('verb.deactivate') : t('verb.activate'),
      icon: active ? <PauseIcon /> : <ResumeIcon />,
      shortcut: 'D',
      onSelect: () => acts.setActive(trigger, !active),
    },
    log,
    {
      id: 'delete',
      label: t('verb.delete'),
      icon: <DeleteIcon />,
      shortcut: '⌫',
      danger: true,
      onSelect: () => acts.remove(trigger),
    },
  ];
}
