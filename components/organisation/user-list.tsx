'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, OptionsIcon } from '@/components/ui/icons';
import { Cell, HeadCell, ListTable } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { SecretOnce } from '@/components/ui/secret-once';
import { StatusDot } from '@/components/ui/status-dot';
import { toast } from '@/components/ui/toast';
import { problemText } from '@/lib/client/fetcher';
import { useChangeOrganisation, useOrganisation } from '@/lib/client/organisation';
import type { Group } from '@/lib/contracts/group';
import type { Page } from '@/lib/contracts/list';
import type { Invitation, User } from '@/lib/contracts/team';
import { UserDialog } from './user-dialog';

type Asked = { act: 'invite' } | { act: 'edit' | 'deactivate'; user: User };

export function UserList({ initial, groups, manage }: { initial: Page<User>; groups: Group[]; manage: boolean }) {
  const t = useTranslations('team.users');
  const team = useTranslations('team');
  const { data } = useOrganisation('team', initial);
  const change = useChangeOrganisation<User | Invitation>('team');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const close = () => setAsked(null);
  const act = (user: User, verb: 'deactivate' | 'reactivate' | 'invitation') =>
    change.mutate(
      { path: `/${user.id}/${verb}`, method: 'POST' },
      {
        onSuccess: (answer) => {
          if ('inviteUrl' in answer) setLink(answer.inviteUrl);
          else
            toast(
              verb === 'deactivate' ? t('deactivated', { name: user.name }) : t('reactivated', { name: user.name }),
            );
        },
        onSettled: close,
      },
    );
  return (
    <>
      <div className="grid gap-2 px-5 py-2">
        {manage ? (
          <Button
            variant="primary"
            className="justify-self-end"
            icon={<AddIcon />}
            onClick={() => setAsked({ act: 'invite' })}
          >
            {t('invite')}
          </Button>
        ) : (
          <Notice>{team('readOnly')}</Notice>
        )}
        {change.error ? <Notice tone="stop">{problemText(change.error, team('failed'))}</Notice> : null}
      </div>
      <ListTable label={team('tabs.users')}>
        <thead>
          <tr>
            <HeadCell kind="name">{t('name')}</HeadCell>
            <HeadCell>{t('role')}</HeadCell>
            <HeadCell>{t('groups')}</HeadCell>
            <HeadCell>{t('state')}</HeadCell>
            <HeadCell>{t('lastSeen')}</HeadCell>
            <HeadCell kind="menu">
              <span className="sr-only">{t('edit')}</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {data.items.map((user) => (
            <UserRow
              key={user.id}
              user={user}
              groups={groups}
              manage={manage}
              onAsk={(verb) => setAsked({ act: verb, user })}
              onAct={(verb) => act(user, verb)}
            />
          ))}
        </tbody>
      </ListTable>
      {asked && asked.act !== 'deactivate' ? (
        <UserDialog
          user={asked.act === 'edit' ? asked.user : undefined}
          groups={groups}
          onClose={close}
          onDone={(answer) => {
            close();
            if ('inviteUrl' in answer) setLink(answer.inviteUrl);
            else toast(t('saved', { name: answer.name }));
          }}
        />
      ) : null}
      {asked?.act === 'deactivate' ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && close()}
          title={t('deactivateTitle', { name: asked.user.name })}
          text={t('deactivateText')}
          verb={t('deactivateVerb')}
          busy={change.isPending}
          onConfirm={() => act(asked.user, 'deactivate')}
        />
      ) : null}
      {link ? (
        <SecretOnce
          title={t('link')}
          text={t('linkText')}
          secret={link}
          copyLabel={t('copy')}
          doneLabel={t('done')}
          onDone={() => setLink(null)}
        />
      ) : null}
    </>
  );
}

interface UserRowProps {
  user: User;
  groups: readonly Group[];
  manage: boolean;
  onAsk: (act: 'edit' | 'deactivate') => void;
  onAct: (act: 'reactivate' | 'invitation') => void;
}

const TONES = { active: 'active', invited: 'waiting', deactivated: 'inactive' } as const;

function UserRow({ user, groups, manage, onAsk, onAct }: UserRowProps) {
  const t = useTranslations('team.users');
  const names = user.groups.map((key) => groups.find((group) => group.key === key)?.name ?? key);
  const items =
    user.state === 'deactivated'
      ? [{ id: 'reactivate', label: t('reactivate'), onSelect: () => onAct('reactivate') }]
      : [
          { id: 'edit', label: t('edit'), onSelect: () => onAsk('edit') },
          { id: 'link', label: t('newLink'), onSelect: () => onAct('invitation') },
          { id: 'deactivate', label: t('deactivate'), danger: true, onSelect: () => onAsk('deactivate') },
        ];
  return (
    <tr>
      <Cell kind="name">
        <span className="block font-medium">{user.name}</span>
        <span className="block text-xs break-all text-ink-3">{user.email}</span>
      </Cell>
      <Cell phone="left">{t(`roles.${user.role}`)}</Cell>
      <Cell>{names.join(', ') || <span className="text-ink-3">{t('noGroups')}</span>}</Cell>
      <Cell phone="right">
        <StatusDot tone={TONES[user.state]}>{t(`states.${user.state}`)}</StatusDot>
      </Cell>
      <Cell>
        {user.lastSignedInAt ? (
          <RelativeTime at={user.lastSignedInAt} />
        ) : (
          <span className="text-ink-3">{t('never')}</span>
        )}
      </Cell>
      <Cell kind="menu">
        {manage ? (
          <Menu
            items={items}
            trigger={<IconButton label={t('options', { name: user.name })} size="sm" icon={<OptionsIcon />} />}
          />
        ) : null}
      </Cell>
    </tr>
  );
}
