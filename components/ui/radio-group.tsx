'use client';

import { type ReactNode, useId } from 'react';

export interface RadioOption<T extends string> {
  value: T;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps<T extends string> {
  value: T | undefined;
  onChange: (value: T) => void;
  options: readonly RadioOption<T>[];
  /** The question, shown above. */
  legend: ReactNode;
  hideLegend?: boolean;
  className?: string;
}

/** One of a few, each with room for an explanation. Native radios: arrows choose. */
export function RadioGroup<T extends string>({
  value,
  onChange,
  options,
  legend,
  hideLegend,
  className = '',
}: RadioGroupProps<T>) {
  const name = useId();
  return (
    <fieldset className={`flex min-w-0 flex-col gap-2 ${className}`}>
      <legend className={hideLegend ? 'sr-only' : 'mb-1 text-xs font-medium text-ink-2'}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="flex items-start gap-2 has-disabled:text-ink-3">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
            className="relative mt-0.5 size-4 shrink-0 touch-target appearance-none rounded-full border border-edge bg-surface checked:border-[5px] checked:border-accent disabled:opacity-50"
          />
          <span className="min-w-0">
            {option.label}
            {option.hint ? <span className="block text-xs text-ink-3">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
