'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { Combobox } from '@/components/ui/combobox';
import { FilterBar } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type HistoryFilters, historyAddress, isNarrowed, RANGES, type Range } from './history-address';

const ANY = 'any';

export interface HistoryFilterBarProps {
  filters: HistoryFilters;
  kinds: readonly { value: string; label: string }[];
  actors: readonly { value: string; label: string }[];
}

/** What was changed, by whom, and when; each change goes into the address. */
export function HistoryFilterBar({ filters, kinds, actors }: HistoryFilterBarProps) {
  const t = useTranslations('settings.history');
  const router = useRouter();
  const [, startTransition] = useTransition();
  const change = (changes: Partial<HistoryFilters>) =>
    startTransition(() => router.replace(historyAddress(filters, changes), { scroll: false }));
  return (
    <FilterBar>
      <Combobox
        auto
        size="sm"
        className="max-w-60"
        label={t('filter.kind')}
        value={filters.kind || ANY}
        options={[{ value: ANY, label: t('filter.anyKind') }, ...kinds]}
        onChange={(kind) => change({ kind: kind === ANY ? '' : kind })}
      />
      <Combobox
        auto
        size="sm"
        className="max-w-60"
        label={t('filter.actor')}
        value={filters.actor || ANY}
        options={[{ value: ANY, label: t('filter.anyActor') }, ...actors]}
        onChange={(actor) => change({ actor: actor === ANY ? '' : actor })}
      />
      <Select
        auto
        size="sm"
        label={t('filter.range')}
        value={filters.range}
        options={RANGES.map((value) => ({ value, label: t(`range.${value}`) }))}
        onChange={(range) => change({ range: range as Range })}
      />
      {filters.range === 'custom'
        ? (['from', 'to'] as const).map((end) => (
            <Input
              key={`${end}:${filters[end]}`}
              type="date"
              size="sm"
              aria-label={t(`filter.${end}`)}
              boxClassName="w-38!"
              defaultValue={filters[end]}
              onBlur={(event) => event.target.value !== filters[end] && change({ [end]: event.target.value })}
              onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
            />
          ))
        : null}
      {isNarrowed(filters) ? (
        <ButtonLink href="/settings/history" variant="quiet" size="sm">
          {t('filter.clear')}
        </ButtonLink>
      ) : null}
    </FilterBar>
  );
}
