'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ColourDot } from '@/components/ui/colour-dot';
import { Combobox } from '@/components/ui/combobox';
import { FilterBar } from '@/components/ui/filter-bar';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { useSearchText } from '@/components/ui/use-search-text';
import type { TicketChoices } from './choices';
import { MoreFilters } from './more-filters';
import { CLASSES, isNarrowed, NO_FILTERS, RESPONSES, SORTS, type TicketFilters } from './tickets-address';

const ANY = 'any';

export interface TicketFilterBarProps {
  filters: TicketFilters;
  choices: TicketChoices;
  change: (changes: Partial<TicketFilters>, options?: { history: 'push' }) => void;
}

/** What narrows the list; each change goes into the address. */
export function TicketFilterBar({ filters, choices, change }: TicketFilterBarProps) {
  const t = useTranslations('tickets');
  const words = useTranslations('rules.option');
  const [search, setSearch] = useSearchText(filters.search, (text) => change({ search: text }));
  const { statuses, agents } = choices;
  return (
    <FilterBar>
      <SearchInput
        value={search}
        onChange={setSearch}
        label={t('filter.search')}
        className="w-60! max-w-full max-phone:w-full!"
      />
      <Segmented
        label={t('filter.class')}
        value={CLASSES.find((each) => each === filters.class) ?? 'open'}
        onChange={(value) => change({ class: value })}
        className="max-phone:w-full"
        segments={CLASSES.map((value) => ({ value, label: t(`class.${value}`) }))}
      />
      <div className="contents max-phone:-mx-4 max-phone:flex max-phone:gap-2 max-phone:overflow-x-auto max-phone:px-4 max-phone:py-1 max-phone:[&>*]:shrink-0">
        <Combobox
          auto
          size="sm"
          className="max-w-52"
          label={t('filter.status')}
          value={filters.status || ANY}
          options={[
            { value: ANY, label: t('filter.anyStatus') },
            ...statuses.map(({ key, name, colour, class: ofClass }) => ({
              ...{ value: key, label: name },
              icon: <ColourDot colour={colour} hollow={ofClass === 'closed'} />,
            })),
          ]}
          onChange={(status) =>
            // A status of the other class would leave nothing.
            change({
              status: status === ANY ? '' : status,
              ...(clashes(statuses, status, filters.class) && { class: 'any' }),
            })
          }
        />
        <Combobox
          auto
          size="sm"
          className="max-w-52"
          label={t('filter.assignee')}
          value={filters.assignee || ANY}
          options={[
            { value: ANY, label: t('filter.anyAssignee') },
            { value: 'none', label: t('nobody') },
            ...agents.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          onChange={(assignee) => change({ assignee: assignee === ANY ? '' : assignee })}
        />
        <Select
          auto
          size="sm"
          label={t('filter.response')}
          value={filters.response || ANY}
          options={[
            { value: ANY, label: t('filter.anyResponse') },
            ...RESPONSES.map((value) => ({ value, label: words(value) })),
          ]}
          onChange={(response) => change({ response: response === ANY ? '' : response })}
        />
        <MoreFilters filters={filters} choices={choices} change={change} />
        {isNarrowed(filters) ? (
          <Button variant="quiet" size="sm" onClick={() => change({ ...NO_FILTERS, sort: filters.sort })}>
            {t('filter.clear')}
          </Button>
        ) : null}
        <div className="ml-auto max-phone:ml-0">
          <Select
            auto
            size="sm"
            label={t('filter.sort')}
            value={SORTS.find((each) => each === filters.sort) ?? 'newest'}
            options={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
            onChange={(sort) => change({ sort })}
          />
        </div>
      </div>
    </FilterBar>
  );
}

function clashes(statuses: TicketChoices['statuses'], key: string, ofClass: string): boolean {
  const chosen = statuses.find((each) => each.key === key);
  return chosen !== undefined && ofClass !== 'any' && chosen.class !== ofClass;
}
