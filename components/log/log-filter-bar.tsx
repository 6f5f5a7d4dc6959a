'use client';

import { useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';
import { FamilyIcon } from '@/components/ui/family-icon';
import { FilterBar } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { SearchInput } from '@/components/ui/search-input';
import { Select } from '@/components/ui/select';
import { shortId } from '@/components/ui/short-id';
import { Tag } from '@/components/ui/tag';
import { useSearchText } from '@/components/ui/use-search-text';
import { firingFamilies, firingStates } from '@/lib/contracts/firing';
import { EVENT_TYPES, eventWords } from './event-words';
import { type LogFilters, RANGES, type Range } from './log-filters';

export interface RuleOption {
  id: string;
  name: string;
  family: string;
  deleted: boolean;
}

export interface LogFilterBarProps {
  filters: LogFilters;
  rules: readonly RuleOption[];
  onChange: (changes: Partial<LogFilters>) => void;
}

const ANY = 'any';

/** The filters of the log; each change goes into the address. */
export function LogFilterBar({ filters, rules, onChange }: LogFilterBarProps) {
  const t = useTranslations('log');
  const states = useTranslations('firings.state');
  const [search, setSearch] = useSearchText(filters.search, (text) => onChange({ search: text }));
  const offered = rules.filter(({ family }) => filters.family === '' || family === filters.family);
  const ruleOptions = offered.map(({ id, name, family, deleted }) => ({
    value: id,
    label: name,
    hint: deleted ? t('filter.deleted') : undefined,
    icon: <FamilyIcon family={family} className="text-ink-3" />,
  }));
  return (
    <FilterBar>
      <SearchInput value={search} onChange={setSearch} label={t('filter.search')} />
      <div className="contents max-phone:-mx-4 max-phone:flex max-phone:max-w-none max-phone:gap-2 max-phone:overflow-x-auto max-phone:px-4 max-phone:[&>*]:shrink-0">
        <Choice
          label={t('filter.family')}
          any={t('filter.anyFamily')}
          value={filters.family}
          options={firingFamilies.map((value) => ({ value, label: t(`family.${value}`) }))}
          onChange={(family) => onChange({ family, rule: keeps(family, filters.rule, rules) ? filters.rule : '' })}
        />
        <Combobox
          auto
          size="sm"
          className="max-w-60"
          label={t('filter.rule')}
          value={filters.rule || ANY}
          options={[{ value: ANY, label: t('filter.anyRule') }, ...ruleOptions]}
          onChange={(value) => onChange({ rule: value === ANY ? '' : value })}
        />
        <Choice
          label={t('filter.event')}
          any={t('filter.anyEvent')}
          value={filters.event}
          options={EVENT_TYPES.map((value) => ({ value, label: eventWords(t, value) }))}
          onChange={(event) => onChange({ event })}
        />
        <Choice
          label={t('filter.outcome')}
          any={t('filter.anyOutcome')}
          value={filters.outcome}
          options={firingStates.map((value) => ({ value, label: states(value) }))}
          onChange={(outcome) => onChange({ outcome })}
        />
        <Select
          auto
          size="sm"
          label={t('filter.range')}
          value={filters.range}
          options={RANGES.map((value) => ({ value, label: t(`range.${value}`) }))}
          onChange={(value) => onChange({ range: value as Range })}
        />
      </div>
      {filters.range === 'custom' ? <CustomRange filters={filters} onChange={onChange} /> : null}
      {filters.conversation ? (
        <Tag onRemove={() => onChange({ conversation: '' })}>
          {t('filter.conversation', { id: shortId(filters.conversation) })}
        </Tag>
      ) : null}
      {filters.customer ? (
        <Tag onRemove={() => onChange({ customer: '' })}>{t('filter.customer', { id: shortId(filters.customer) })}</Tag>
      ) : null}
    </FilterBar>
  );
}

/** Whether the chosen rule is of the family that is now asked for. */
function keeps(family: string, rule: string, rules: readonly RuleOption[]): boolean {
  return family === '' || rules.some((each) => each.id === rule && each.family === family);
}

interface ChoiceProps {
  label: string;
  any: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

function Choice({ label, any, value, options, onChange }: ChoiceProps) {
  return (
    <Select
      auto
      size="sm"
      label={label}
      value={value || ANY}
      options={[{ value: ANY, label: any }, ...options]}
      onChange={(next) => onChange(next === ANY ? '' : next)}
    />
  );
}

function CustomRange({ filters, onChange }: Pick<LogFilterBarProps, 'filters' | 'onChange'>) {
  const t = useTranslations('log.filter');
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <Input
          key={end}
          type="datetime-local"
          size="sm"
          aria-label={t(end)}
          boxClassName="max-w-50 max-phone:max-w-none"
          defaultValue={filters[end]}
          onBlur={(event) => event.target.value !== filters[end] && onChange({ [end]: event.target.value })}
        />
      ))}
    </>
  );
}
