'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, DeleteIcon, EditIcon, OptionsIcon } from '@/components/ui/icons';
import { Cell, HeadCell, ListTable } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import type { Inbox, InboxGroup } from '@/lib/contracts/inbox';
import type { AskedInbox } from './inbox-settings';

export interface InboxGroupTableProps {
  groups: readonly InboxGroup[];
  inboxes: readonly Inbox[];
  /** Absent for those who only read. */
  onAsk?: (asked: AskedInbox) => void;
}

export function InboxGroupTable({ groups, inboxes, onAsk }: InboxGroupTableProps) {
  const t = useTranslations('settings.inboxes.groups');
  const nameOf = (key: string) => inboxes.find((each) => each.key === key)?.name ?? key;
  return (
    <section aria-label={t('title')} className="mt-6">
      <header className="flex flex-wrap items-center justify-between gap-2 px-5 pb-2 max-phone:px-4">
        <h2 className="font-semibold">{t('title')}</h2>
        {onAsk ? (
          <Button icon={<AddIcon />} onClick={() => onAsk({ what: 'group', act: 'new' })}>
            {t('new')}
          </Button>
        ) : null}
      </header>
      {groups.length === 0 ? (
        <p className="border-t border-line px-5 py-3 text-ink-2 max-phone:px-4">{t('empty')}</p>
      ) : (
        <ListTable label={t('title')}>
          <thead>
            <tr>
              <HeadCell kind="name">{t('name')}</HeadCell>
              <HeadCell>{t('inboxes')}</HeadCell>
              <HeadCell kind="menu">
                <span className="sr-only">{t('edit')}</span>
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <Cell kind="name">
                  <span className="block truncate font-medium" title={group.name}>
                    {group.name}
                  </span>
                  <code className="block font-mono text-xs text-ink-3">{group.key}</code>
                </Cell>
                <Cell phone="left">
                  {group.inboxes.map(nameOf).join(', ') || <span className="text-ink-3">{t('none')}</span>}
                </Cell>
                <Cell kind="menu">
                  {onAsk ? (
                    <Menu
                      items={[
                        {
                          ...{ id: 'edit', label: t('edit'), icon: <EditIcon /> },
                          onSelect: () => onAsk({ what: 'group', act: 'edit', group }),
                        },
                        {
                          ...{ id: 'delete', label: t('delete'), icon: <DeleteIcon />, danger: true },
                          onSelect: () => onAsk({ what: 'group', act: 'delete', group }),
                        },
                      ]}
                      trigger={
                        <IconButton label={t('options', { name: group.name })} size="sm" icon={<OptionsIcon />} />
                      }
                    />
                  ) : null}
                </Cell>
              </tr>
            ))}
          </tbody>
        </ListTable>
      )}
    </section>
  );
}
