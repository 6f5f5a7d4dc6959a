'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { MultiSelect } from '@/components/ui/multi-select';
import { useChangeOrganisation } from '@/lib/client/organisation';
import type { Inbox, InboxGroup } from '@/lib/contracts/inbox';
import { NamedDialog } from './named-dialog';

export interface InboxGroupDialogProps {
  /** Absent: creates one. */
  group?: InboxGroup;
  inboxes: readonly Inbox[];
  onClose: () => void;
  onDone: (group: InboxGroup) => void;
}

/** Creates an inbox group, or renames one and says what belongs to it; an inbox belongs to one at most. */
export function InboxGroupDialog({ group, inboxes, onClose, onDone }: InboxGroupDialogProps) {
  const t = useTranslations('settings.inboxes.groups');
  const inbox = useTranslations('settings.inboxes');
  const client = useQueryClient();
  const save = useChangeOrganisation<InboxGroup>('inbox-groups');
  const [members, setMembers] = useState<readonly string[]>(group?.inboxes ?? []);
  return (
    <NamedDialog
      name={group?.name}
      words={{
        title: group ? t('editTitle', { name: group.name }) : t('new'),
        verb: group ? inbox('save') : t('create'),
        ...{ name: t('name'), failed: inbox('failed') },
      }}
      save={save}
      onClose={onClose}
      onSubmit={(name) =>
        save.mutate(
          {
            ...{ path: group ? `/${group.id}` : '', method: group ? 'PUT' : 'POST' },
            body: { name, inboxes: members },
          },
          {
            onSuccess: (answer) => {
              void client.invalidateQueries({ queryKey: ['inboxes'] });
              onDone(answer);
            },
          },
        )
      }
    >
      <Field label={t('inboxes')} hint={t('inboxesHint')}>
        <MultiSelect
          value={members}
          placeholder={t('none')}
          options={inboxes.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={setMembers}
        />
      </Field>
    </NamedDialog>
  );
}
