'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { FilterBar } from '@/components/ui/filter-bar';
import { TagIcon } from '@/components/ui/icons';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { useSearchText } from '@/components/ui/use-search-text';
import { KINDS, type PeopleFilters, peopleAddress, SEEN, SORTS, STATES } from './people-address';

const ANY = 'any';

export interface PeopleFilterBarProps {
  filters: PeopleFilters;
  /** Tags in use. */
  tags: readonly string[];
}

/** The filters of the list; each change goes into the address. */
export function PeopleFilterBar({ filters, tags }: PeopleFilterBarProps) {
  const t = useTranslations('customers.filter');
  const router = useRouter();
  const [, startTransition] = useTransition();
  const change = (changes: Partial<PeopleFilters>) =>
    startTransition(() => router.replace(peopleAddress(filters, changes), { scroll: false }));
  const [search, setSearch] = useSearchText(filters.search, (text) => change({ search: text }));
  const known = filters.tag === '' || tags.includes(filters.tag) ? tags : [filters.tag, ...tags];
  return (
    <FilterBar>
      <SearchInput
        value={search}
        onChange={setSearch}
        label={t('search')}
        className="w-72! max-w-full max-phone:w-full!"
      />
      <Segmented
        label={t('kind')}
        value={filters.kind}
        onChange={(kind) => change({ kind })}
        className="max-phone:w-full"
        segments={KINDS.map((value) => ({ value, label: t(`kinds.${value === '' ? 'all' : value}`) }))}
      />
      <div className="contents max-phone:-mx-4 max-phone:flex max-phone:gap-2 max-phone:overflow-x-auto max-phone:px-4 max-phone:[&>*]:shrink-0">
        <Choice
          label={t('state')}
          value={filters.state}
          options={STATES.map((value) => ({ value, label: t(`states.${value === '' ? 'any' : value}`) }))}
          onChange={(state) => change({ state })}
        />
        <Choice
          label={t('seen')}
          value={filters.seen}
          options={SEEN.map((value) => ({ value, label: t(`seenIn.${value === '' ? 'any' : value}`) }))}
          onChange={(seen) => change({ seen })}
        />
        {known.length > 0 ? (
          <Combobox
            auto
            size="sm"
            className="max-w-48"
            label={t('tag')}
            value={filters.tag || ANY}
            options={[
              { value: ANY, label: t('anyTag') },
              ...known.map((value) => ({ value, label: value, icon: <TagIcon className="text-ink-3" /> })),
            ]}
            onChange={(value) => change({ tag: value === ANY ? '' : value })}
          />
        ) : null}
        <div className="ml-auto max-phone:ml-0">
          <Choice
            label={t('sort')}
            value={filters.sort}
            options={SORTS.map((value) => ({ value, label: t(`by.${value}`) }))}
            onChange={(sort) => change({ sort })}
          />
        </div>
      </div>
    </FilterBar>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** A select whose empty value stands for "any". */
function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Select
      auto
      size="sm"
      label={label}
      value={value || ANY}
      options={options.map((option) => ({ ...option, value: option.value || ANY }))}
      onChange={(next) => {
        const chosen = options.find((option) => (option.value || ANY) === next);
        if (chosen) onChange(chosen.value);
      }}
    />
  );
}
