'use client';

import * as Popover from '@radix-ui/react-popover';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useFieldWiring } from './field-context';
import { ChevronDownIcon } from './icons';
import { boxClass, type ControlSize } from './input-class';
import { type ComboOption, OptionList } from './option-list';
import { Tag } from './tag';

export interface MultiSelectProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
  options: readonly ComboOption[];
  /** Shown while nothing is chosen, e.g. "All channels". */
  placeholder?: string;
  label?: string;
  size?: ControlSize;
  id?: string;
}

/** Several of many, shown as tags; the list stays open while choosing. */
export function MultiSelect({ value, onChange, options, placeholder, label, size = 'md', id }: MultiSelectProps) {
  const t = useTranslations('ui');
  const [open, setOpen] = useState(false);
  const listId = useId();
  const wired = useFieldWiring({ id, 'aria-label': label });
  const labelOf = (key: string) => options.find((option) => option.value === key)?.label ?? key;
  const toggle = (key: string) =>
    onChange(value.includes(key) ? value.filter((other) => other !== key) : [...value, key]);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <div className={boxClass(size, 'h-auto! min-h-8 flex-wrap py-1')}>
        {[...new Set(value)].map((key) => (
          <Tag key={key} onRemove={() => toggle(key)}>
            {labelOf(key)}
          </Tag>
        ))}
        <Popover.Trigger asChild>
          <button
            type="button"
            role="combobox"
            {...wired}
            aria-haspopup="listbox"
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            data-bare=""
            className={`${value.length > 0 ? 'min-w-6' : 'min-w-16'} flex flex-1 items-center justify-between self-stretch text-left text-ink-3 outline-none`}
          >
            <span className={value.length > 0 ? 'sr-only' : ''}>{value.length > 0 ? t('change') : placeholder}</span>
            <span />
            <ChevronDownIcon className="-mr-[3px]" />
          </button>
        </Popover.Trigger>
      </div>
      <Popover.Portal>
        <Popover.Content
          aria-label={t('choices')}
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className="z-40 w-72 max-w-[calc(100vw-16px)] animate-appear overflow-hidden rounded-md bg-raised shadow-menu"
        >
          <OptionList options={options} selected={value} onChoose={toggle} searchLabel={t('search')} listId={listId} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
