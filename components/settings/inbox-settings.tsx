'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useOrganisation } from '@/lib/client/organisation';
import type { Use } from '@/lib/contracts/app-error';
import type { Inbox, InboxGroup } from '@/lib/contracts/inbox';
import type { Page } from '@/lib/contracts/list';
import { DeleteInbox } from './delete-inbox';
import { InboxDialog } from './inbox-dialog';
import { InboxGroupDialog } from './inbox-group-dialog';
import { InboxGroupTable } from './inbox-group-table';
import { InboxTable } from './inbox-table';

export type AskedInbox =
  | { what: 'inbox'; act: 'new' }
  | { what: 'inbox'; act: 'edit' | 'delete'; inbox: Inbox }
  | { what: 'group'; act: 'new' }
  | { what: 'group'; act: 'edit' | 'delete'; group: InboxGroup };

export interface InboxSettingsProps {
  inboxes: Page<Inbox>;
  groups: Page<InboxGroup>;
  /** Where each inbox is used, by key. */
  used: Readonly<Record<string, { rules: readonly Use[]; tickets: number }>>;
  manage: boolean;
}

/** Where tickets are filed, and the groups that workflows name them by. */
export function InboxSettings({ inboxes, groups, used, manage }: InboxSettingsProps) {
  const t = useTranslations('settings.inboxes');
  const router = useRouter();
  const { data } = useOrganisation('inboxes', inboxes);
  const { data: groupData } = useOrganisation('inbox-groups', groups);
  const [asked, setAsked] = useState<AskedInbox | null>(null);
  useShortcut('n', () => setAsked({ what: 'inbox', act: 'new' }), { enabled: manage });
  const close = () => setAsked(null);
  const done = (text: string) => {
    close();
    toast(text);
    // Where things are used stands in the page.
    router.refresh();
  };
  const saved = ({ name }: { name: string }) => done(t('saved', { name }));
  const onAsk = manage ? setAsked : undefined;
  return (
    <>
      {manage ? null : <Notice className="mx-5 my-2 max-phone:mx-4">{t('readOnly')}</Notice>}
      <InboxTable inboxes={data.items} groups={groupData.items} used={used} onAsk={onAsk} />
      <InboxGroupTable groups={groupData.items} inboxes={data.items} onAsk={onAsk} />
      {asked?.what === 'inbox' && asked.act !== 'delete' ? (
        <InboxDialog
          inbox={asked.act === 'edit' ? asked.inbox : undefined}
          groups={groupData.items}
          onClose={close}
          onDone={saved}
        />
      ) : null}
      {asked?.what === 'group' && asked.act !== 'delete' ? (
        <InboxGroupDialog
          group={asked.act === 'edit' ? asked.group : undefined}
          inboxes={data.items}
          onClose={close}
          onDone={saved}
        />
      ) : null}
      {asked?.act === 'delete' ? (
        <DeleteInbox
          {...(asked.what === 'inbox' ? { inbox: asked.inbox } : { group: asked.group })}
          onClose={close}
          onDone={(name) => done(t('deleted', { name }))}
        />
      ) : null}
    </>
  );
}
