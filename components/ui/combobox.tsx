'use client';

import * as Popover from '@radix-ui/react-popover';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { chooserClass } from './chooser-class';
import { useFieldWiring } from './field-context';
import { ChevronDownIcon } from './icons';
import type { ControlSize } from './input-class';
import { type ComboOption, OptionList } from './option-list';

export type { ComboOption } from './option-list';

export interface ComboboxProps {
  value: string | null | undefined;
  onChange: (value: string) => void;
  options: readonly ComboOption[];
  placeholder?: string;
  /** Accessible name where no Field labels it. */
  label?: string;
  size?: ControlSize;
  auto?: boolean;
  /** Why it cannot be opened; say it in the Field's hint too. */
  disabledReason?: string | null;
  /** Shown instead of the chosen option's label, e.g. "Group status · Workshop". */
  display?: ReactNode;
  /** The options answer a search elsewhere: what is typed is told, and nothing is filtered here. */
  onSearch?: (text: string) => void;
  /** Under the list, e.g. a link to make a new one. */
  footer?: ReactNode;
  className?: string;
  id?: string;
}

/** One of many: searchable, grouped, unavailable options at the end with their reason. */
export function Combobox(props: ComboboxProps) {
  const { value, onChange, options, placeholder, label, size = 'md', auto, disabledReason, display, footer } = props;
  const t = useTranslations('ui');
  const [open, setOpen] = useState(false);
  const listId = useId();
  const wired = useFieldWiring({ id: props.id, 'aria-label': label });
  const show = (next: boolean) => {
    setOpen(next);
    // The next one to open it begins with an empty search.
    if (!next) props.onSearch?.('');
  };
  const chosen = options.find((option) => option.value === value);
  return (
    <Popover.Root open={open} onOpenChange={(next) => show(next && !disabledReason)}>
      <Popover.Trigger asChild>
        <button
          type="button"
          role="combobox"
          {...wired}
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          aria-haspopup="listbox"
          aria-disabled={disabledReason ? true : undefined}
          title={disabledReason ?? undefined}
          className={chooserClass(size, `${auto ? 'w-auto!' : ''} ${props.className ?? ''}`)}
        >
          {chosen?.icon}
          <span className={`min-w-0 flex-1 truncate ${chosen || display ? '' : 'text-ink-3'}`}>
            {display ?? chosen?.label ?? value ?? placeholder}
          </span>
          <ChevronDownIcon className="-mr-[3px] text-ink-3" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={t('choices')}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-40 w-max max-w-[min(420px,calc(100vw-16px))] min-w-(--radix-popover-trigger-width) animate-appear overflow-hidden rounded-md bg-raised shadow-menu"
        >
          <OptionList
            options={options}
            selected={value ? [value] : []}
            searchLabel={t('search')}
            listId={listId}
            footer={footer}
            onSearch={props.onSearch}
            onChoose={(next) => {
              show(false);
              onChange(next);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
