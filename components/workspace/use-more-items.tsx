'use client';

import { useTranslations } from 'next-intl';
import {
  AcceptIcon,
  CheckIcon,
  CustomersIcon,
  LinkIcon,
  LogIcon,
  SuspendIcon,
  TransferIcon,
  UndoIcon,
} from '@/components/ui/icons';
import type { MenuItem } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import type { WorkspaceConversation, WorkspaceMe } from '@/lib/contracts/workspace';
import type { HeaderAct } from './header-act';
import { useVerbReason } from './verb-reason';

/** Everything that can be done with a conversation, for the menu of its head. */
export function useMoreItems(
  { id, key, verbs, assignee, customer, phase }: WorkspaceConversation,
  me: WorkspaceMe,
  ending: boolean,
  onAct: (act: HeaderAct) => void,
): MenuItem[] {
  const t = useTranslations('workspace.header');
  const reasonOf = useVerbReason();
  const mine = me.agent !== null && assignee?.key === me.agent.key;
  const open = phase !== 'ended';
  const suspend = customer.suspension === null ? t('suspend') : t('unsuspend');
  return [
    ...(open && !mine
      ? [
          {
            id: 'assign',
            label: t('assign'),
            icon: <AcceptIcon />,
            disabledReason: reasonOf(verbs.assign),
            onSelect: () => onAct('assign'),
          },
        ]
      : []),
    ...(open
      ? [
          {
            id: 'transfer',
            label: t('transferAsk'),
            icon: <TransferIcon />,
            shortcut: 'T',
            disabledReason: reasonOf(verbs.transfer),
            onSelect: () => onAct('transfer'),
          },
          {
            id: 'end',
            label: ending ? t('undoEnd') : t('end'),
            icon: ending ? <UndoIcon /> : <CheckIcon />,
            shortcut: 'E',
            disabledReason: reasonOf(verbs.end),
            onSelect: () => onAct(ending ? 'undoEnd' : 'end'),
          },
        ]
      : []),
    {
      id: 'customer',
      label: t('customer'),
      icon: <CustomersIcon />,
      href: `/people/${encodeURIComponent(customer.id)}`,
    },
    { id: 'log', label: t('log'), icon: <LogIcon />, href: `/conversations/${encodeURIComponent(key)}` },
    { id: 'link', label: t('copyLink'), icon: <LinkIcon />, onSelect: () => copyLink(id, t('copied')) },
    {
      id: 'suspend',
      label: suspend,
      icon: <SuspendIcon />,
      danger: customer.suspension === null,
      disabledReason: reasonOf(verbs.suspend),
      onSelect: () => onAct('suspend'),
    },
  ];
}

function copyLink(id: string, said: string) {
  void navigator.clipboard?.writeText(`${window.location.origin}/workspace/${id}`).then(() => toast(said));
}
