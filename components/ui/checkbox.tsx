'use client';

import * as RadixCheckbox from '@radix-ui/react-checkbox';
import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import { CheckIcon, MinusIcon } from './icons';

export interface CheckboxProps {
  checked: boolean | 'indeterminate';
  onChange: (checked: boolean) => void;
  /** Visible text at the right; with `hideLabel` it is the accessible name alone. */
  label: ReactNode;
  hideLabel?: boolean;
  hint?: ReactNode;
  disabled?: boolean;
  id?: string;
  name?: string;
  className?: string;
  /** Sees the click first, e.g. to read Shift for a range. */
  onClick?: (event: React.MouseEvent) => void;
}

export function Checkbox({
  checked,
  onChange,
  label,
  hideLabel,
  hint,
  disabled,
  id,
  name,
  className,
  onClick,
}: CheckboxProps) {
  const generated = useId();
  const controlId = id ?? generated;
  return (
    <span className={clsx('flex items-start gap-2', hideLabel && 'inline-flex! align-middle', className)}>
      <RadixCheckbox.Root
        id={controlId}
        name={name}
        checked={checked}
        onCheckedChange={(next) => onChange(next === true)}
        onClick={onClick}
        disabled={disabled}
        aria-label={hideLabel && typeof label === 'string' ? label : undefined}
        aria-describedby={hint ? `${controlId}-hint` : undefined}
        className={clsx(
          'relative grid size-4 shrink-0 touch-target place-items-center rounded-xs border border-edge bg-surface text-on-accent data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent disabled:opacity-50',
          !hideLabel && 'mt-0.5',
        )}
      >
        <RadixCheckbox.Indicator className="grid">
          {checked === 'indeterminate' ? <MinusIcon className="size-3" /> : <CheckIcon className="size-3" />}
        </RadixCheckbox.Indicator>
      </RadixCheckbox.Root>
      {hideLabel ? null : (
        <span className="min-w-0">
          <label htmlFor={controlId}>{label}</label>
          {hint ? (
            <span id={`${controlId}-hint`} className="block text-xs text-ink-3">
              {hint}
            </span>
          ) : null}
        </span>
      )}
    </span>
  );
}
