'use client';

import { useTranslations } from 'next-intl';
import { FilterBar } from '@/components/ui/filter-bar';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import type { AddressFiltersOptions } from '@/components/ui/use-address-filters';
import { useSearchText } from '@/components/ui/use-search-text';
import type { ProactivePage } from '@/lib/client/proactive';
import { type ListFilters, queryOf, SORTS, STATUSES } from './list-query';

export type ChangeFilters = (changes: Partial<ListFilters>, options?: AddressFiltersOptions) => void;

interface ListFilterBarProps {
  filters: ListFilters;
  change: ChangeFilters;
  counts: ProactivePage['counts'] | undefined;
  brands: readonly { key: string; name: string }[];
  channels: readonly { key: string; name: string }[];
}

const ALL = 'all';

/** Search, status with counts, then brand and channel where there are several; sort at the right. */
export function ListFilterBar({ filters, change, counts, brands, channels }: ListFilterBarProps) {
  const t = useTranslations('proactive');
  const query = queryOf(filters);
  const [search, setSearch] = useSearchText(filters.search, (text) => change({ search: text }));
  const choice = (name: 'brand' | 'channel', list: ListFilterBarProps['brands']) =>
    list.length < 2 ? null : (
      <Select
        auto
        size="sm"
        label={t(`list.${name}`)}
        value={filters[name] || ALL}
        options={[
          { value: ALL, label: t(`list.any.${name}`) },
          ...list.map((each) => ({ value: each.key, label: each.name })),
        ]}
        onChange={(next) => change({ [name]: next === ALL ? '' : next }, { history: 'push' })}
      />
    );
  return (
    <FilterBar
      end={
        <Select
          auto
          size="sm"
          className="max-phone:hidden"
          label={t('list.sortBy')}
          value={query.sort}
          options={SORTS.map((value) => ({ value, label: t(`list.by.${value}`) }))}
          onChange={(sort) => change({ sort }, { history: 'push' })}
        />
      }
    >
      <SearchInput value={search} onChange={setSearch} label={t('list.search')} className="w-70! max-phone:w-full!" />
      <Segmented
        label={t('list.status')}
        value={query.status ?? 'all'}
        onChange={(status) => change({ status }, { history: 'push' })}
        className="max-phone:w-full"
        segments={STATUSES.map((value) => ({
          value,
          label: value === 'all' ? t('list.all') : t(`status.${value}`),
          count: value === 'all' ? undefined : counts?.[value],
        }))}
      />
      {choice('brand', brands)}
      {choice('channel', channels)}
    </FilterBar>
  );
}
