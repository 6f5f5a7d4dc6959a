'use client';

import * as RadixSwitch from '@radix-ui/react-switch';
import { type ReactNode, useId } from 'react';
import { Tooltip } from './tooltip';

export interface SwitchProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  /** The label is the accessible name only; it must be a string then. */
  hideLabel?: boolean;
  busy?: boolean;
  disabledReason?: string | null;
  className?: string;
}

/** Takes effect at once. In a form with Save use a Checkbox. */
export function Switch({ checked, onChange, label, hideLabel, busy, disabledReason, className = '' }: SwitchProps) {
  const id = useId();
  const control = (
    <RadixSwitch.Root
      id={id}
      checked={checked}
      aria-label={hideLabel && typeof label === 'string' ? label : undefined}
      aria-disabled={disabledReason ? true : undefined}
      aria-describedby={disabledReason ? `${id}-reason` : undefined}
      aria-busy={busy || undefined}
      onCheckedChange={(next) => !disabledReason && !busy && onChange(next)}
      className="relative h-4 w-7 shrink-0 touch-target rounded-full bg-edge transition-colors duration-(--duration-base) aria-disabled:opacity-50 data-[state=checked]:bg-go forced-colors:border"
    >
      <RadixSwitch.Thumb className="block size-3 translate-x-0.5 rounded-full bg-knob transition-transform duration-(--duration-base) ease-out data-[state=checked]:translate-x-3.5 forced-colors:bg-current" />
    </RadixSwitch.Root>
  );
  return (
    <span className={`inline-flex items-center gap-2 ${className}`}>
      {disabledReason ? <Tooltip text={disabledReason}>{control}</Tooltip> : control}
      {hideLabel ? null : (
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
      )}
      {disabledReason ? (
        <span id={`${id}-reason`} hidden>
          {disabledReason}
        </span>
      ) : null}
    </span>
  );
}
