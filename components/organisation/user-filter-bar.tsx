'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FilterBar } from '@/components/ui/filter-bar';
import { SearchInput } from '@/components/ui/search-input';
import { Select } from '@/components/ui/select';
import { useSearchText } from '@/components/ui/use-search-text';
import { ROLES, STATES, type USER_FILTERS } from './list-query';

type Filters = typeof USER_FILTERS;
const ANY = 'any';

export interface UserFilterBarProps {
  filters: Filters;
  change: (changes: Partial<Filters>) => void;
  end: ReactNode;
}

export function UserFilterBar({ filters, change, end }: UserFilterBarProps) {
  const t = useTranslations('team.users');
  const [search, setSearch] = useSearchText(filters.search, (text) => change({ search: text }));
  return (
    <FilterBar end={end}>
      <SearchInput value={search} onChange={setSearch} label={t('search')} />
      <Select
        auto
        size="sm"
        label={t('role')}
        value={ROLES.find((role) => role === filters.role) ?? ANY}
        options={[
          { value: ANY, label: t('anyRole') },
          ...ROLES.map((value) => ({ value, label: t(`roles.${value}`) })),
        ]}
        onChange={(role) => change({ role: role === ANY ? '' : role })}
      />
      <Select
        auto
        size="sm"
        label={t('state')}
        value={STATES.find((state) => state === filters.state) ?? ANY}
        options={[
          { value: ANY, label: t('anyState') },
          ...STATES.map((value) => ({ value, label: t(`states.${value}`) })),
        ]}
        onChange={(state) => change({ state: state === ANY ? '' : state })}
      />
    </FilterBar>
  );
}
