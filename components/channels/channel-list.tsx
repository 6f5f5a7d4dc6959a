'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FilterBar } from '@/components/ui/filter-bar';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, SettingsIcon } from '@/components/ui/icons';
import { ListFoot } from '@/components/ui/list-foot';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { toastUndo } from '@/components/ui/toast';
import { useAddressFilters } from '@/components/ui/use-address-filters';
import { useSearchText } from '@/components/ui/use-search-text';
import { useShortcut } from '@/components/ui/use-shortcut';
import { type ChannelPage, useActivateChannel, useChannelPage } from '@/lib/client/channels';
import { problemText } from '@/lib/client/fetcher';
import type { Account } from '@/lib/contracts/account';
import type { ChannelQuery, ChannelSummary } from '@/lib/contracts/channel';
import { ChannelListEmpty } from './channel-list-empty';
import { ChannelTable } from './channel-table';
import { DeleteChannel } from './delete-channel';
import { KINDS, LIST_DEFAULTS, type ListFilters, PAGE_SIZE, queryOf, STATUSES } from './list-query';
import { ManageSettings } from './manage-settings';
import { NewChannelDialog } from './new-channel-dialog';

export interface Named {
  key: string;
  name: string;
}

export interface ChannelListProps {
  /** What the server rendered, for which query. */
  initial: { query: ChannelQuery; page: ChannelPage };
  brands: readonly Named[];
  groups: readonly Named[];
  account: Account;
  may: { write: boolean; settings: boolean };
}

type Asked = { act: 'new' | 'settings' } | { act: 'delete'; channel: ChannelSummary };

/** The page "Messaging": where conversations come from. */
export function ChannelList({ initial, brands, groups, account, may }: ChannelListProps) {
  const t = useTranslations('channels');
  const [filters, change] = useAddressFilters(LIST_DEFAULTS);
  const search = useDeferredValue(filters.search);
  const query = useMemo(() => queryOf({ ...filters, search }), [filters, search]);
  const { data, isError } = useChannelPage(query, initial);
  const activate = useActivateChannel();
  const [settings, setSettings] = useState(account.settings);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const rows = data?.items ?? [];
  const ask = () => setAsked({ act: 'new' });
  useShortcut('n', ask, { enabled: may.write });
  const setActive = ({ id, name }: ChannelSummary, active: boolean) =>
    activate.mutate(
      { id, active },
      {
        onSuccess: () =>
          toastUndo(t(active ? 'list.activated' : 'list.deactivated', { name }), () =>
            activate.mutate({ id, active: !active }),
          ),
      },
    );
  return (
    <>
      <PageHeader
        title={t('title')}
        note={data?.total}
        actions={
          <>
            <Button icon={<SettingsIcon />} className="max-phone:hidden" onClick={() => setAsked({ act: 'settings' })}>
              {t('settings.open')}
            </Button>
            <IconButton
              label={t('settings.open')}
              icon={<SettingsIcon />}
              className="phone:hidden"
              onClick={() => setAsked({ act: 'settings' })}
            />
            {may.write ? (
              <Button variant="primary" icon={<AddIcon />} shortcut="N" onClick={ask}>
                {t('new.open')}
              </Button>
            ) : null}
          </>
        }
      />
      <Filters filters={filters} change={change} />
      {may.write ? null : <Notice className="mx-5 my-2 max-phone:mx-4">{t('readOnly')}</Notice>}
      {isError ? (
        <Notice tone={data ? 'wait' : 'stop'} className="mx-5 my-2 max-phone:mx-4">
          {t('list.stale')}
        </Notice>
      ) : null}
      {activate.error ? (
        <Notice tone="stop" className="mx-5 my-2 max-phone:mx-4">
          {problemText(activate.error, t('failed'))}
        </Notice>
      ) : null}
      {rows.length > 0 ? (
        <ChannelTable
          {...{ rows, brands, groups }}
          acts={may.write ? { setActive, remove: (channel) => setAsked({ act: 'delete', channel }) } : null}
        />
      ) : data ? (
        <ChannelListEmpty filters={filters} change={change} onNew={may.write ? ask : undefined} />
      ) : null}
      <div className="flex-1" />
      {data && data.total > 0 ? (
        <ListFoot
          from={(query.page - 1) * PAGE_SIZE + 1}
          to={(query.page - 1) * PAGE_SIZE + rows.length}
          total={data.total}
          previous={query.page > 1 ? { onClick: () => change({ page: String(query.page - 1) }) } : undefined}
          next={
            query.page * PAGE_SIZE < data.total
              ? { onClick: () => change({ page: String(query.page + 1) }) }
              : undefined
          }
        />
      ) : null}
      {asked?.act === 'new' ? <NewChannelDialog brands={brands} groups={groups} onClose={close} /> : null}
      {asked?.act === 'settings' ? (
        <ManageSettings initial={settings} mayManage={may.settings} onSaved={setSettings} onClose={close} />
      ) : null}
      {asked?.act === 'delete' ? <DeleteChannel channel={asked.channel} onClose={close} /> : null}
    </>
  );
}

type Change = (changes: Partial<ListFilters>, options?: { history?: 'replace' | 'push' }) => void;

function Filters({ filters, change }: { filters: ListFilters; change: Change }) {
  const t = useTranslations('channels');
  const query = queryOf(filters);
  const [search, setSearch] = useSearchText(filters.search, (text) => change({ search: text }));
  return (
    <FilterBar>
      <SearchInput value={search} onChange={setSearch} label={t('list.search')} className="w-70! max-phone:w-full!" />
      <Segmented
        label={t('list.status')}
        value={query.status ?? 'all'}
        onChange={(status) => change({ status }, { history: 'push' })}
        className="max-phone:w-full"
        segments={STATUSES.map((value) => ({ value, label: t(value === 'all' ? 'list.all' : `status.${value}`) }))}
      />
      <Select
        auto
        size="sm"
        className="max-phone:w-full!"
        label={t('list.kind')}
        value={query.kind ?? 'all'}
        options={[
          { value: 'all', label: t('list.allKinds') },
          ...KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
        ]}
        onChange={(kind) => change({ kind }, { history: 'push' })}
      />
    </FilterBar>
  );
}
