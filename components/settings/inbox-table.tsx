'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, DeleteIcon, EditIcon, OptionsIcon } from '@/components/ui/icons';
import { Cell, HeadCell, ListTable } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import type { Use } from '@/lib/contracts/app-error';
import type { Inbox, InboxGroup } from '@/lib/contracts/inbox';
import type { AskedInbox } from './inbox-settings';
import { UsedWords } from './used-words';

export interface InboxTableProps {
  inboxes: readonly Inbox[];
  groups: readonly InboxGroup[];
  used: Readonly<Record<string, { rules: readonly Use[]; tickets: number }>>;
  /** Absent for those who only read. */
  onAsk?: (asked: AskedInbox) => void;
}

export function InboxTable({ inboxes, groups, used, onAsk }: InboxTableProps) {
  const t = useTranslations('settings.inboxes');
  const add = onAsk ? (
    <Button variant="primary" icon={<AddIcon />} shortcut="N" onClick={() => onAsk({ what: 'inbox', act: 'new' })}>
      {t('new')}
    </Button>
  ) : null;
  if (inboxes.length === 0) return <EmptyState title={t('empty')} text={t('emptyText')} actions={add} />;
  return (
    <>
      {add ? <div className="flex justify-end px-5 py-2 max-phone:px-4">{add}</div> : null}
      <ListTable label={t('title')}>
        <thead>
          <tr>
            <HeadCell kind="name">{t('name')}</HeadCell>
            <HeadCell>{t('group')}</HeadCell>
            <HeadCell>{t('used')}</HeadCell>
            <HeadCell kind="menu">
              <span className="sr-only">{t('edit')}</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {inboxes.map((inbox) => (
            <tr key={inbox.id}>
              <Cell kind="name">
                <span className="block truncate font-medium" title={inbox.name}>
                  {inbox.name}
                </span>
                <code className="block font-mono text-xs text-ink-3">{inbox.key}</code>
              </Cell>
              <Cell phone="left">
                {groups.find(({ key }) => key === inbox.group)?.name ?? (
                  <span className="text-ink-3">{t('noGroup')}</span>
                )}
              </Cell>
              <Cell phone="right">
                <UsedWords
                  {...(used[inbox.key] ?? { rules: [], tickets: 0 })}
                  href={`/tickets?class=any&inbox=${inbox.key}`}
                />
              </Cell>
              <Cell kind="menu">
                {onAsk ? (
                  <Menu
                    items={[
                      {
                        ...{ id: 'edit', label: t('edit'), icon: <EditIcon /> },
                        onSelect: () => onAsk({ what: 'inbox', act: 'edit', inbox }),
                      },
                      {
                        ...{ id: 'delete', label: t('delete'), icon: <DeleteIcon />, danger: true },
                        onSelect: () => onAsk({ what: 'inbox', act: 'delete', inbox }),
                      },
                    ]}
                    trigger={<IconButton label={t('options', { name: inbox.name })} size="sm" icon={<OptionsIcon />} />}
                  />
                ) : null}
              </Cell>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </>
  );
}
