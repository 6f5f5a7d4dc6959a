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
import { useAddressFilters } from '@/components/ui/use-address-filters';
import { problemText } from '@/lib/client/fetcher';
import { useChangeOrganisation, useOrganisationPage } from '@/lib/client/organisation';
import type { AccountStatus } from '@/lib/contracts/account-status';
import type { Group } from '@/lib/contracts/group';
import type { Page } from '@/lib/contracts/list';
import type { Invitation, User } from '@/lib/contracts/team';
import { AccountStatusLine } from './account-status-line';
import { AgentStatusDot, PhoneStatus } from './agent-status';
import { type OrganisationQuery, queryOf, USER_FILTERS } from './list-query';
import { FoundNone, PagedFoot } from './paged-foot';
import { UserDialog } from './user-dialog';
import { UserFilterBar } from './user-filter-bar';

type Asked = { act: 'invite' } | { act: 'edit' | 'deactivate'; user: User };

export interface UserListProps {
  /** What the server rendered, for which query. */
  initial: { query: OrganisationQuery; page: Page<User> };
  accountStatus: AccountStatus;
  groups: readonly Group[];
  schedules: readonly { key: string; name: string }[];
  manage: boolean;
}

/** Users, with search and filters in the address. */
export function UserList({ initial, accountStatus, groups, schedules, manage }: UserListProps) {
  const t = useTranslations('team.users');
  const team = useTranslations('team');
  const [filters, changeFilters] = useAddressFilters(USER_FILTERS);
  const query = queryOf(filters);
  const { data } = useOrganisationPage('team', query, initial);
  const users = data?.items ?? [];
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
      <UserFilterBar
        filters={filters}
        change={changeFilters}
        end={
          manage ? (
            <Button variant="primary" size="sm" icon={<AddIcon />} onClick={() => setAsked({ act: 'invite' })}>
              {t('invite')}
            </Button>
          ) : null
        }
      />
      <AccountStatusLine initial={accountStatus} />
      {manage ? null : <Notice className="mx-5 my-2 max-phone:mx-4">{team('readOnly')}</Notice>}
      {change.error ? (
        <Notice tone="stop" className="mx-5 my-2 max-phone:mx-4">
          {problemText(change.error, team('failed'))}
        </Notice>
      ) : null}
      <ListTable label={team('tabs.users')}>
        <thead>
          <tr>
            <HeadCell kind="name">{t('name')}</HeadCell>
            <HeadCell>{team('online.column')}</HeadCell>
            <HeadCell>{t('role')}</HeadCell>
            <HeadCell>{t('groups')}</HeadCell>
            <HeadCell className="max-[1100px]:hidden">{t('hours')}</HeadCell>
            <HeadCell>{t('state')}</HeadCell>
            <HeadCell>{t('lastSeen')}</HeadCell>
            <HeadCell kind="menu">
              <span className="sr-only">{t('edit')}</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <UserRow
              key={user.id}
              user={user}
              groups={groups}
              schedules={schedules}
              manage={manage}
              onAsk={(verb) => setAsked({ act: verb, user })}
              onAct={(verb) => act(user, verb)}
            />
          ))}
        </tbody>
      </ListTable>
      <FoundNone data={data} search={filters.search} onClear={() => changeFilters(USER_FILTERS)} />
      <PagedFoot query={query} page={data} change={changeFilters} />
      {asked && asked.act !== 'deactivate' ? (
        <UserDialog
          user={asked.act === 'edit' ? asked.user : undefined}
          groups={groups}
          schedules={schedules}
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
  schedules: UserListProps['schedules'];
  manage: boolean;
  onAsk: (act: 'edit' | 'deactivate') => void;
  onAct: (act: 'reactivate' | 'invitation') => void;
}

const TONES = { active: 'active', invited: 'waiting', deactivated: 'inactive' } as const;

function UserRow({ user, groups, schedules, manage, onAsk, onAct }: UserRowProps) {
  const t = useTranslations('team.users');
  const names = user.groups.map((key) => groups.find((group) => group.key === key)?.name ?? key);
  // Who cannot sign in has no status of their own.
  const status = user.state === 'active' ? user.status : null;
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
      <Cell>{status ? <AgentStatusDot status={status} /> : null}</Cell>
      <Cell phone="left">
        {t(`roles.${user.role}`)}
        <PhoneStatus status={status} />
      </Cell>
      <Cell>{names.join(', ') || <span className="text-ink-3">{t('noGroups')}</span>}</Cell>
      <Cell className="max-[1100px]:hidden">
        {schedules.find(({ key }) => key === user.schedule)?.name ?? <span className="text-ink-3">{t('noHours')}</span>}
      </Cell>
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
