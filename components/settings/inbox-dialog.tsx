'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { useChangeOrganisation } from '@/lib/client/organisation';
import type { Inbox, InboxGroup } from '@/lib/contracts/inbox';
import { NamedDialog } from './named-dialog';

export interface InboxDialogProps {
  /** Absent: creates one. */
  inbox?: Inbox;
  groups: readonly InboxGroup[];
  onClose: () => void;
  onDone: (inbox: Inbox) => void;
}

const NONE = 'none';

/** Creates an inbox, or renames one and puts it into another group. */
export function InboxDialog({ inbox, groups, onClose, onDone }: InboxDialogProps) {
  const t = useTranslations('settings.inboxes');
  const save = useChangeOrganisation<Inbox>('inboxes');
  const [group, setGroup] = useState(inbox?.group ?? NONE);
  return (
    <NamedDialog
      name={inbox?.name}
      words={{
        title: inbox ? t('editTitle', { name: inbox.name }) : t('new'),
        verb: inbox ? t('save') : t('create'),
        ...{ name: t('name'), failed: t('failed') },
      }}
      save={save}
      onClose={onClose}
      onSubmit={(name) =>
        save.mutate(
          {
            ...{ path: inbox ? `/${inbox.id}` : '', method: inbox ? 'PUT' : 'POST' },
            body: { name, group: group === NONE ? null : group },
          },
          { onSuccess: onDone },
        )
      }
    >
      <Field label={t('group')} hint={t('groupHint')}>
        <Combobox
          value={group}
          options={[
            { value: NONE, label: t('noGroup') },
            ...groups.map((each) => ({ value: each.key, label: each.name })),
          ]}
          onChange={setGroup}
        />
      </Field>
    </NamedDialog>
  );
}
