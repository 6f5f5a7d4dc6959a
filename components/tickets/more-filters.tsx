'use client';

import * as Popover from '@radix-ui/react-popover';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { FilterIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import type { TicketChoices } from './choices';
import { CONTEXTS, MORE, RANGES, SENTIMENTS, type TicketFilters, TYPES } from './tickets-address';

const ANY = 'any';

export interface MoreFiltersProps {
  filters: TicketFilters;
  choices: TicketChoices;
  change: (changes: Partial<TicketFilters>) => void;
}

/** The filters that are needed less often, behind one button that says how many are set. */
export function MoreFilters({ filters, choices, change }: MoreFiltersProps) {
  const t = useTranslations('tickets');
  const set = MORE.filter((name) => filters[name] !== '').length;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button size="sm" icon={<FilterIcon className="size-3.5" />}>
          {t('filter.more', { count: set })}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={t('filter.moreTitle')}
          className="z-30 max-h-(--radix-popover-content-available-height) w-[560px] max-w-[calc(100vw-16px)] animate-appear overflow-y-auto rounded-md bg-raised p-4 shadow-menu"
        >
          <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
            <Choices filters={filters} choices={choices} change={change} />
            <Range name="created" filters={filters} change={change} />
            <Range name="replied" filters={filters} change={change} />
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Choices({ filters, choices, change }: MoreFiltersProps) {
  const t = useTranslations('tickets');
  const words = useTranslations('rules.option');
  const said = (values: readonly string[]): ComboOption[] =>
    values.map((value) => ({ value, label: words.has(value as 'order') ? words(value as 'order') : value }));
  const lists = {
    inbox: [
      { value: 'none', label: t('noInbox') },
      ...choices.inboxes.map(({ key, name }) => ({ value: key, label: name })),
    ],
    type: said(TYPES),
    context: said(CONTEXTS),
    sentiment: said(SENTIMENTS),
    tag: withChosen(choices.tags, filters.tag).map((value) => ({ value, label: value })),
    source: said(withChosen(choices.sources, filters.source)),
  };
  return Object.entries(lists).map(([key, options]) => {
    // The keys of the object above.
    const name = key as keyof typeof lists;
    return (
      <Field key={name} label={t(`filter.${name}`)}>
        <Combobox
          size="sm"
          value={filters[name] || ANY}
          options={[{ value: ANY, label: t('filter.any') }, ...options]}
          onChange={(value) => change({ [name]: value === ANY ? '' : value })}
        />
      </Field>
    );
  });
}

function withChosen(known: readonly string[], chosen: string): readonly string[] {
  return chosen === '' || known.includes(chosen) ? known : [chosen, ...known];
}

/** A stretch of days: named, or from one day to another. */
function Range({
  name,
  filters,
  change,
}: {
  name: 'created' | 'replied';
  filters: TicketFilters;
  change: MoreFiltersProps['change'];
}) {
  const t = useTranslations('tickets');
  const [from, to] = [`${name}From`, `${name}To`] as const;
  return (
    <div className="grid content-start gap-2">
      <Field label={t(`filter.${name}`)}>
        <Combobox
          size="sm"
          value={filters[name] || ANY}
          options={[
            { value: ANY, label: t('filter.anyTime') },
            ...RANGES.map((value) => ({ value, label: t(`range.${value}`) })),
          ]}
          onChange={(value) =>
            change({ [name]: value === ANY ? '' : value, ...(value !== 'custom' && { [from]: '', [to]: '' }) })
          }
        />
      </Field>
      {filters[name] === 'custom' ? (
        <div className="flex gap-2">
          {([from, to] as const).map((end) => (
            <Input
              key={`${end}:${filters[end]}`}
              type="date"
              size="sm"
              aria-label={`${t(`filter.${name}`)}, ${t(end === from ? 'filter.from' : 'filter.to')}`}
              defaultValue={filters[end]}
              onBlur={(event) => event.target.value !== filters[end] && change({ [end]: event.target.value })}
              onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}
