'use client';

import { Command } from 'cmdk';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CheckIcon } from './icons';

export interface ComboOption {
  value: string;
  label: string;
  /** Heading it stands under. */
  group?: string;
  /** Second line. */
  hint?: string;
  /** Other words that find it. */
  keywords?: readonly string[];
  icon?: ReactNode;
  /** It cannot apply: it moves to the end, under this reason. */
  disabledReason?: string;
}

interface OptionListProps {
  options: readonly ComboOption[];
  selected: readonly string[];
  onChoose: (value: string) => void;
  /** Placeholder and accessible name of the search field. */
  searchLabel: string;
  listId?: string;
  footer?: ReactNode;
  /** Searches elsewhere: nothing is filtered here. */
  onSearch?: (text: string) => void;
}

/** Searchable, grouped list inside a popover. Search ignores case and accents. */
export function OptionList({ options, selected, onChoose, searchLabel, listId, footer, onSearch }: OptionListProps) {
  const t = useTranslations('ui');
  return (
    <Command
      filter={scoreByWords}
      shouldFilter={onSearch === undefined}
      label={searchLabel}
      loop
      className="flex max-h-80 flex-col"
    >
      <Command.Input
        data-bare=""
        placeholder={searchLabel}
        onValueChange={onSearch}
        className="h-9 shrink-0 border-b border-line bg-transparent px-3 outline-none max-phone:h-12 max-phone:text-lg"
      />
      <Command.List id={listId} className="min-h-0 overflow-y-auto p-1">
        <Command.Empty className="px-2 py-3 text-ink-3">{t('noMatch')}</Command.Empty>
        {groupOptions(options).map(([heading, entries]) => (
          <Command.Group
            key={heading}
            heading={heading || undefined}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3"
          >
            {entries.map((option) => (
              <Command.Item
                key={option.value}
                value={option.value}
                keywords={[option.label, ...(option.keywords ?? [])]}
                disabled={Boolean(option.disabledReason)}
                onSelect={() => onChoose(option.value)}
                className="flex min-h-[30px] items-center gap-2 rounded-[5px] px-2 py-1 aria-disabled:text-ink-3 data-[selected=true]:bg-surface-3 max-phone:min-h-11"
              >
                {option.icon}
                <span className="min-w-0 flex-1">
                  {option.label}
                  {option.hint ? <span className="block text-xs text-ink-3">{option.hint}</span> : null}
                </span>
                {selected.includes(option.value) ? (
                  <>
                    <CheckIcon className="size-3.5 text-ink-3" />
                    <span className="sr-only">{t('chosen')}</span>
                  </>
                ) : null}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
      {footer ? <div className="shrink-0 border-t border-line p-1">{footer}</div> : null}
    </Command>
  );
}

/** Groups in order of appearance; the unavailable at the end, headed by their reasons. */
export function groupOptions(options: readonly ComboOption[]): [heading: string, entries: ComboOption[]][] {
  const available = options.filter((option) => !option.disabledReason);
  const unavailable = options.filter((option) => option.disabledReason);
  const byHeading = (list: ComboOption[], heading: (option: ComboOption) => string) => {
    const groups = new Map<string, ComboOption[]>();
    for (const option of list) groups.set(heading(option), [...(groups.get(heading(option)) ?? []), option]);
    return [...groups];
  };
  return [
    ...byHeading(available, (option) => option.group ?? ''),
    ...byHeading(unavailable, (option) => option.disabledReason ?? ''),
  ];
}

/** Lower case without accents, for comparing what people type. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** 1 where a word of the option begins with the query, 0.5 where it stands inside, 0 otherwise. */
export function scoreByWords(_value: string, search: string, keywords: string[] = []): number {
  const query = foldText(search.trim());
  const text = foldText(keywords.join(' '));
  if (text.startsWith(query)) return 1;
  if (text.includes(` ${query}`)) return 0.8;
  return query.split(/\s+/).every((word) => text.includes(word)) ? 0.5 : 0;
}
