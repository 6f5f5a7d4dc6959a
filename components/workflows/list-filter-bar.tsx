'use client';

import { useTranslations } from 'next-intl';
import { FilterBar } from '@/components/ui/filter-bar';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import type { AddressFiltersOptions } from '@/components/ui/use-address-filters';
import { useSearchText } from '@/components/ui/use-search-text';
import type { WorkflowPage } from '@/lib/client/workflows';
import { type ListFilters, queryOf, STATUSES } from './list-query';

export type ChangeFilters = (changes: Partial<ListFilters>, options?: AddressFiltersOptions) => void;

interface ListFilterBarProps {
  filters: ListFilters;
  change: ChangeFilters;
  counts: WorkflowPage['counts'] | undefined;
  /** What the numbers mean and how the order is changed. */
  hint: string | null;
}

/** Search first, then status with counts of what the search leaves, and how the order works. */
export function ListFilterBar({ filters, change, counts, hint }: ListFilterBarProps) {
  const t = useTranslations('workflows');
  const { status = 'all' } = queryOf(filters);
  const [search, setSearch] = useSearchText(filters.search, (text) => change({ search: text }));
  return (
    <FilterBar end={hint ? <p className="text-xs text-ink-2 max-phone:hidden">{hint}</p> : null}>
      <SearchInput value={search} onChange={setSearch} label={t('list.search')} className="w-70! max-phone:w-full!" />
      <Segmented
        label={t('list.filter')}
        value={status}
        onChange={(next) => change({ status: next }, { history: 'push' })}
        className="max-phone:w-full"
        segments={STATUSES.filter((each) => each !== 'broken' || counts?.broken || status === 'broken').map((each) => ({
          value: each,
          label: each === 'all' ? t('list.all') : t(`status.${each}`),
          count: each === 'all' ? undefined : counts?.[each],
          tone: each === 'broken' ? ('stop' as const) : ('default' as const),
        }))}
      />
    </FilterBar>
  );
}
