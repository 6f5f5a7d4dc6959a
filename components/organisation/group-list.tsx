'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DeleteWithUses } from '@/components/ui/delete-with-uses';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, OptionsIcon } from '@/components/ui/icons';
import { Cell, HeadCell, ListTable } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { SearchInput } from '@/components/ui/search-input';
import { toast } from '@/components/ui/toast';
import { useAddressFilters } from '@/components/ui/use-address-filters';
import { useSearchText } from '@/components/ui/use-search-text';
import { useDeletion } from '@/lib/client/deletion';
import { useAccountStatus, useOrganisationPage } from '@/lib/client/organisation';
import type { AccountStatus } from '@/lib/contracts/account-status';
import type { AgentStatus } from '@/lib/contracts/agent';
import type { Group } from '@/lib/contracts/group';
import type { Page } from '@/lib/contracts/list';
import { AgentStatusDot, PhoneStatus } from './agent-status';
import { GroupDialog } from './group-dialog';
import { GROUP_FILTERS, type OrganisationQuery, queryOf } from './list-query';
import { FoundNone, PagedFoot } from './paged-foot';

type Asked = { act: 'new' } | { act: 'edit' | 'delete'; group: Group };

export interface GroupListProps {
  /** What the server rendered, for which query. */
  initial: { query: OrganisationQuery; page: Page<Group> };
  accountStatus: AccountStatus;
  /** Every group, for names and choices. */
  all: readonly Pick<Group, 'key' | 'name'>[];
  manage: boolean;
}

/** Groups, with search in the address. */
export function GroupList({ initial, accountStatus, all, manage }: GroupListProps) {
  const t = useTranslations('team.groups');
  const team = useTranslations('team');
  const [filters, change] = useAddressFilters(GROUP_FILTERS);
  const query = queryOf(filters);
  const { data } = useOrganisationPage('groups', query, initial);
  const [search, setSearch] = useSearchText(filters.search, (text) => change({ search: text }));
  const groups = data?.items ?? [];
  const statuses = new Map(useAccountStatus(accountStatus).groups.map(({ key, status }) => [key, status]));
  const never = all.length === 0 && groups.length === 0;
  const router = useRouter();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const add = manage ? (
    <Button variant="primary" size="sm" icon={<AddIcon />} onClick={() => setAsked({ act: 'new' })}>
      {t('new')}
    </Button>
  ) : null;
  return (
    <>
      {never ? null : (
        <FilterBar end={add}>
          <SearchInput value={search} onChange={setSearch} label={t('search')} />
        </FilterBar>
      )}
      {manage ? null : <Notice className="mx-5 my-2 max-phone:mx-4">{team('readOnly')}</Notice>}
      {never ? (
        <EmptyState title={t('empty')} text={t('emptyText')} actions={add} />
      ) : (
        <>
          <ListTable label={team('tabs.groups')}>
            <thead>
              <tr>
                <HeadCell kind="name">{t('name')}</HeadCell>
                <HeadCell>{team('online.column')}</HeadCell>
                <HeadCell>{t('agents')}</HeadCell>
                <HeadCell>{t('overflow')}</HeadCell>
                <HeadCell kind="menu">
                  <span className="sr-only">{t('edit')}</span>
                </HeadCell>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <GroupRow
                  key={group.id}
                  group={group}
                  status={statuses.get(group.key) ?? null}
                  groups={all}
                  onAsk={manage ? (act) => setAsked({ act, group }) : undefined}
                />
              ))}
            </tbody>
          </ListTable>
          <FoundNone data={data} search={filters.search} onClear={() => change(GROUP_FILTERS)} />
          <PagedFoot query={query} page={data} change={change} />
        </>
      )}
      {asked && asked.act !== 'delete' ? (
        <GroupDialog
          group={asked.act === 'edit' ? asked.group : undefined}
          groups={all}
          onClose={close}
          onDone={(group) => {
            close();
            toast(t('saved', { name: group.name }));
            // Names of groups, wherever they are chosen from.
            router.refresh();
          }}
        />
      ) : null}
      {asked?.act === 'delete' ? <DeleteGroup group={asked.group} onClose={close} /> : null}
    </>
  );
}

interface GroupRowProps {
  group: Group;
  /** Not yet known of a group that was made just now. */
  status: AgentStatus | null;
  groups: readonly Pick<Group, 'key' | 'name'>[];
  /** Absent for those who only read. */
  onAsk?: (act: 'edit' | 'delete') => void;
}

function GroupRow({ group, status, groups, onAsk }: GroupRowProps) {
  const t = useTranslations('team.groups');
  const { overflow } = group;
  const target = groups.find((each) => each.key === overflow?.group)?.name ?? overflow?.group ?? '';
  return (
    <tr>
      <Cell kind="name">
        <span className="block font-medium">{group.name}</span>
        <code className="block font-mono text-xs text-ink-3">{group.key}</code>
      </Cell>
      <Cell>{status ? <AgentStatusDot status={status} /> : null}</Cell>
      <Cell phone="left">
        {group.agents.length}
        <PhoneStatus status={status} />
      </Cell>
      <Cell phone="right">
        {overflow ? (
          t('overflowTo', { group: target, minutes: overflow.minutes })
        ) : (
          <span className="text-ink-3">{t('noOverflow')}</span>
        )}
      </Cell>
      <Cell kind="menu">
        {onAsk ? (
          <Menu
            items={[
              { id: 'edit', label: t('edit'), onSelect: () => onAsk('edit') },
              { id: 'delete', label: t('delete'), danger: true, onSelect: () => onAsk('delete') },
            ]}
            trigger={<IconButton label={t('options', { name: group.name })} size="sm" icon={<OptionsIcon />} />}
          />
        ) : null}
      </Cell>
    </tr>
  );
}

function DeleteGroup({ group, onClose }: { group: Group; onClose: () => void }) {
  const t = useTranslations('team.groups');
  const team = useTranslations('team');
  const { id, name } = group;
  const deletion = useDeletion(`/api/v1/groups/${id}`, {
    refresh: ['groups'],
    failed: team('failed'),
    onDeleted: () => {
      toast(t('deleted', { name }));
      onClose();
    },
  });
  const words = {
    ...{ title: t('deleteTitle', { name }), text: t('deleteText'), usesText: t('usesText') },
    ...{ verb: t('deleteVerb'), forceVerb: t('forceVerb') },
  };
  return <DeleteWithUses words={words} deletion={deletion} onClose={onClose} />;
}
