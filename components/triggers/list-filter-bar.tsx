'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { FilterBar } from '@/components/ui/filter-bar';
import { SortIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import type { AddressFiltersOptions } from '@/components/ui/use-address-filters';
import { useSearchText } from '@/components/ui/use-search-text';
import type { TriggerPage } from '@/lib/client/triggers';
import { type ListFilters, type Order, queryOf, SORTS, STATUSES, usualOrder } from './list-query';

export type ChangeFilters = (changes: Partial<ListFilters>, options?: AddressFiltersOptions) => void;

interface ListFilterBarProps {
  filters: ListFilters;
  change: ChangeFilters;
  counts: TriggerPage['counts'] | undefined;
}

/** Search first, then status with counts of what the search leaves, sort at the right. */
export function ListFilterBar({ filters, change, counts }: ListFilterBarProps) {
  const t = useTranslations('triggers.list');
  const status = useTranslations('triggers.status');
  const query = queryOf(filters);
  const [search, setSearch] = useSearchText(filters.search, (text) => change({ search: text }));
  return (
    <FilterBar end={<SortMenu filters={filters} change={change} />}>
      <SearchInput value={search} onChange={setSearch} label={t('search')} className="w-80! max-phone:w-full!" />
      <Segmented
        label={t('filter')}
        value={query.status ?? 'all'}
        onChange={(next) => change({ status: next }, { history: 'push' })}
        className="max-phone:w-full"
        segments={STATUSES.filter((each) => each !== 'broken' || counts?.broken || query.status === 'broken').map(
          (each) => ({
            value: each,
            label: each === 'all' ? t('all') : status(each),
            count: each === 'all' ? undefined : counts?.[each],
            tone: each === 'broken' ? ('stop' as const) : ('default' as const),
          }),
        )}
      />
    </FilterBar>
  );
}

function SortMenu({ filters, change }: Pick<ListFilterBarProps, 'filters' | 'change'>) {
  const t = useTranslations('triggers.list');
  const query = queryOf(filters);
  const sort = query.sort ?? 'status';
  const order = query.order ?? usualOrder(sort);
  const orders: readonly [Order, string][] = [
    ['asc', t('ascending')],
    ['desc', t('descending')],
  ];
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="sm" icon={<SortIcon className="size-3.5" />} className="max-phone:hidden">
          {t('sort', { by: t(`by.${sort}`) })}
        </Button>
      }
      sections={[
        {
          id: 'by',
          label: t('sortBy'),
          items: SORTS.map((each) => ({
            id: each,
            label: capital(t(`by.${each}`)),
            checked: each === sort,
            onSelect: () => change({ sort: each, order: usualOrder(each) }, { history: 'push' }),
          })),
        },
        {
          id: 'order',
          items: orders.map(([each, label]) => ({
            id: each,
            label,
            checked: each === order,
            onSelect: () => change({ order: each }, { history: 'push' }),
          })),
        },
      ]}
    />
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
