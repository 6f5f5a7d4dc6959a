'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { DeleteWithUses } from '@/components/ui/delete-with-uses';
import { useDeletion } from '@/lib/client/deletion';
import type { Inbox, InboxGroup } from '@/lib/contracts/inbox';
import { UsedList } from './used-words';

export interface DeleteInboxProps {
  inbox?: Inbox;
  group?: InboxGroup;
  onClose: () => void;
  onDone: (name: string) => void;
}

/** Says where the inbox or the group of inboxes is used before it goes. */
export function DeleteInbox({ inbox, group, onClose, onDone }: DeleteInboxProps) {
  const ofInbox = useTranslations('settings.inboxes');
  const ofGroup = useTranslations('settings.inboxes.groups');
  const client = useQueryClient();
  const t = group ? ofGroup : ofInbox;
  const { id = '', name = '' } = group ?? inbox ?? {};
  const deletion = useDeletion(`/api/v1/${group ? 'inbox-groups' : 'inboxes'}/${id}`, {
    refresh: [group ? 'inbox-groups' : 'inboxes'],
    failed: ofInbox('failed'),
    onDeleted: () => {
      void client.invalidateQueries({ queryKey: [group ? 'inboxes' : 'inbox-groups'] });
      onDone(name);
    },
  });
  const words = {
    ...{ title: ofInbox('deleteTitle', { name }), text: t('deleteText'), usesText: t('usesText') },
    ...{ verb: t('deleteVerb'), forceVerb: t('forceVerb') },
  };
  return (
    <DeleteWithUses words={words} deletion={deletion} usesList={<UsedList uses={deletion.uses} />} onClose={onClose} />
  );
}
