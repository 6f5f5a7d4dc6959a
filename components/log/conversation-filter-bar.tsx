'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { FilterBar } from '@/components/ui/filter-bar';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import { useLivePage } from '@/components/ui/use-live-page';
import { useSearchText } from '@/components/ui/use-search-text';
import { type ConversationFilters, conversationsAddress } from './conversations-address';

const PHASES = ['', 'open', 'ended'] as const;

/** The filters of the list; it follows what happens while it shows the newest. */
export function ConversationFilterBar({ filters, live }: { filters: ConversationFilters; live: boolean }) {
  const t = useTranslations('log.conversations');
  const router = useRouter();
  const [, startTransition] = useTransition();
  useLivePage(live);
  const change = (changes: Partial<ConversationFilters>) =>
    startTransition(() => router.replace(conversationsAddress({ ...filters, ...changes }), { scroll: false }));
  const [search, setSearch] = useSearchText(filters.search, (text) => change({ search: text }));
  return (
    <FilterBar>
      <SearchInput value={search} onChange={setSearch} label={t('search')} />
      <Segmented
        label={t('state')}
        value={filters.phase}
        onChange={(phase) => change({ phase })}
        segments={PHASES.map((value) => ({ value, label: t(value === '' ? 'all' : value) }))}
      />
    </FilterBar>
  );
}
