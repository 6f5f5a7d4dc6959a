'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { FilterBar } from '@/components/ui/filter-bar';
import { ChevronDownIcon, SortIcon } from '@/components/ui/icons';
import { later } from '@/components/ui/later';
import { Menu } from '@/components/ui/menu';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import type { AddressFiltersOptions } from '@/components/ui/use-address-filters';
import { useSearchText } from '@/components/ui/use-search-text';
import type { TriggerPage } from '@/lib/client/triggers';
import { type ListFilters, queryOf, STATUSES, usualOrder } from './list-query';

const loadSortLayer = () => import('./sort-layer');
const SortLayer = later(() => loadSortLayer().then((module) => module.SortLayer));

export type ChangeFilters = (changes: Partial<ListFilters>, options?: AddressFiltersOptions) => void;

/** What the list can be narrowed to; made by the server, so that the page does not load the engine for it. */
export interface ListChoices {
  /** Ids of events. */
  events: readonly string[];
  /** Messaging channels. */
  channels: readonly { key: string; name: string }[];
}

interface ListFilterBarProps {
  filters: ListFilters;
  change: ChangeFilters;
  counts: TriggerPage['counts'] | undefined;
  choices: ListChoices;
}

/** Search first, then status with counts of what the search leaves, sort at the right. */
export function ListFilterBar({ filters, change, counts, choices }: ListFilterBarProps) {
  const t = useTranslations('triggers.list');
  const status = useTranslations('triggers.status');
  const events = useTranslations('triggers.event');
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
      <Choice
        label={t('event')}
        any={t('anyEvent')}
        value={filters.event}
        options={choices.events.map((id) => ({ value: id, label: events(id as 'message_sent') }))}
        onChange={(event) => change({ event }, { history: 'push' })}
      />
      {choices.channels.length > 1 ? (
        <Choice
          label={t('channel')}
          any={t('anyChannel')}
          value={filters.channel}
          options={choices.channels.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(channel) => change({ channel }, { history: 'push' })}
        />
      ) : null}
    </FilterBar>
  );
}

interface ChoiceProps {
  label: string;
  any: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** A menu behind a button: the list's page has no other need of a select. */
function Choice({ label, any, value, options, onChange }: ChoiceProps) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Menu
      trigger={
        <Button
          size="sm"
          className={chosen ? 'border-accent-line! text-accent-ink!' : ''}
          aria-label={`${label}: ${chosen?.label ?? any}`}
        >
          {chosen?.label ?? any}
          <ChevronDownIcon className="-mr-1 size-3.5 text-ink-3" />
        </Button>
      }
      items={[
        { id: '', label: any, checked: !chosen, onSelect: () => onChange('') },
        ...options.map((option) => ({
          id: option.value,
          label: option.label,
          checked: option.value === value,
          onSelect: () => onChange(option.value),
        })),
      ]}
    />
  );
}

function SortMenu({ filters, change }: Pick<ListFilterBarProps, 'filters' | 'change'>) {
  const t = useTranslations('triggers.list');
  const { sort = 'status', order = usualOrder(sort) } = queryOf(filters);
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="sm" icon={<SortIcon className="size-3.5" />} className="max-phone:hidden">
          {t('sort', { by: t(`by.${sort}`) })}
        </Button>
      }
      load={loadSortLayer}
      layer={(open) => <SortLayer {...open} sort={sort} order={order} change={change} />}
    />
  );
}
