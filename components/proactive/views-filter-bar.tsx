'use client';

import { useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';
import { FilterBar } from '@/components/ui/filter-bar';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { Tag } from '@/components/ui/tag';
import { useSearchText } from '@/components/ui/use-search-text';
import type { ViewsFilters } from './views-filters';

export interface ViewsFilterBarProps {
  filters: ViewsFilters;
  messages: readonly { id: string; name: string }[];
  channels: readonly { key: string; name: string }[];
  /** Name of the customer of the filter. */
  customerName: string;
  onChange: (changes: Partial<ViewsFilters>) => void;
}

const ANY = 'any';

/** The filters of the pages of visits; each change goes into the address. */
export function ViewsFilterBar({ filters, messages, channels, customerName, onChange }: ViewsFilterBarProps) {
  const t = useTranslations('proactive.views');
  const list = useTranslations('proactive.list');
  const [search, setSearch] = useSearchText(filters.search, (text) => onChange({ search: text }));
  return (
    <FilterBar>
      <SearchInput value={search} onChange={setSearch} label={t('search')} className="w-70! max-phone:w-full!" />
      <Segmented
        label={t('which')}
        value={filters.nothing === '1' ? 'nothing' : 'all'}
        onChange={(value) => onChange({ nothing: value === 'nothing' ? '1' : '' })}
        className="max-phone:w-full"
        segments={[
          { value: 'all', label: t('all') },
          { value: 'nothing', label: t('nothing') },
        ]}
      />
      {messages.length > 1 || filters.message ? (
        <Combobox
          auto
          size="sm"
          className="max-w-60"
          label={t('message')}
          value={filters.message || ANY}
          options={[
            { value: ANY, label: t('anyMessage') },
            ...messages.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => onChange({ message: value === ANY ? '' : value })}
        />
      ) : null}
      {channels.length > 1 ? (
        <Select
          auto
          size="sm"
          label={list('channel')}
          value={filters.channel || ANY}
          options={[
            { value: ANY, label: list('any.channel') },
            ...channels.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          onChange={(value) => onChange({ channel: value === ANY ? '' : value })}
        />
      ) : null}
      {filters.customer ? (
        <Tag onRemove={() => onChange({ customer: '' })}>{t('ofCustomer', { name: customerName })}</Tag>
      ) : null}
      {filters.visit ? <Tag onRemove={() => onChange({ visit: '' })}>{t('ofVisit')}</Tag> : null}
    </FilterBar>
  );
}
