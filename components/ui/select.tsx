'use client';

import * as RadixSelect from '@radix-ui/react-select';
import type { ReactNode } from 'react';
import { chooserClass } from './chooser-class';
import { useFieldWiring } from './field-context';
import { CheckIcon, ChevronDownIcon } from './icons';
import type { ControlSize } from './input-class';

export interface SelectOption {
  /** Not empty: Radix keeps the empty string for "nothing chosen". */
  value: string;
  label: string;
  icon?: ReactNode;
  /** Makes the option unavailable and says why under its name. */
  disabledReason?: string;
}

export interface SelectProps {
  value: string | undefined;
  onChange: (value: string) => void;
  options: readonly SelectOption[];
  placeholder?: string;
  /** Accessible name where no Field labels it. */
  label?: string;
  size?: ControlSize;
  /** Takes its content's width instead of all there is. */
  auto?: boolean;
  disabled?: boolean;
  className?: string;
  id?: string;
}

/** At most seven options; beyond that use Combobox. */
export function Select({
  value,
  onChange,
  options,
  placeholder,
  label,
  size = 'md',
  auto,
  disabled,
  className,
  id,
}: SelectProps) {
  const wired = useFieldWiring({ id, 'aria-label': label });
  return (
    <RadixSelect.Root value={value ?? ''} onValueChange={onChange} disabled={disabled}>
      <RadixSelect.Trigger
        {...wired}
        aria-disabled={disabled || undefined}
        className={chooserClass(size, `${auto ? 'w-auto!' : ''} ${className ?? ''}`)}
      >
        <span className="min-w-0 flex-1 truncate">
          <RadixSelect.Value placeholder={<span className="text-ink-3">{placeholder}</span>} />
        </span>
        <ChevronDownIcon className="-mr-[3px] text-ink-3" />
      </RadixSelect.Trigger>
      <RadixSelect.Portal>
        <RadixSelect.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-40 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-appear overflow-y-auto rounded-md bg-raised p-1 shadow-menu"
        >
          <RadixSelect.Viewport>
            {options.map((option) => (
              <Option key={option.value} option={option} />
            ))}
          </RadixSelect.Viewport>
        </RadixSelect.Content>
      </RadixSelect.Portal>
    </RadixSelect.Root>
  );
}

function Option({ option }: { option: SelectOption }) {
  return (
    <RadixSelect.Item
      value={option.value}
      disabled={Boolean(option.disabledReason)}
      className="flex min-h-[30px] items-center gap-2 rounded-[5px] px-2 py-1 outline-none data-disabled:text-ink-3 data-highlighted:bg-surface-3 max-phone:min-h-11"
    >
      <span className="min-w-0 flex-1">
        <RadixSelect.ItemText>
          <span className="inline-flex items-center gap-2">
            {option.icon}
            {option.label}
          </span>
        </RadixSelect.ItemText>
        {option.disabledReason ? <span className="block text-xs text-ink-3">{option.disabledReason}</span> : null}
      </span>
      <RadixSelect.ItemIndicator>
        <CheckIcon className="size-3.5 text-ink-3" />
      </RadixSelect.ItemIndicator>
    </RadixSelect.Item>
  );
}
