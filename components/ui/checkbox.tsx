'use client';

import clsx from 'clsx';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId } from 'react';
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
  className?: string;
  /** Sees the click first, e.g. to read Shift for a range. */
  onClick?: (event: MouseEvent) => void;
}

export function Checkbox({
  checked,
  onChange,
  label,
  hideLabel,
  hint,
  disabled,
  id,
  className,
  onClick,
}: CheckboxProps) {
  const generated = useId();
  const controlId = id ?? generated;
  return (
    <span className={clsx('flex items-start gap-2', hideLabel && 'inline-flex! align-middle', className)}>
      {/* biome-ignore lint/a11y/useSemanticElements: an input takes no icon inside, and is not styled alike everywhere */}
      <button
        type="button"
        role="checkbox"
        id={controlId}
        aria-checked={checked === 'indeterminate' ? 'mixed' : checked}
        onClick={(event) => {
          onClick?.(event);
          onChange(checked !== true);
        }}
        onKeyDown={leaveEnterAlone}
        disabled={disabled}
        aria-label={hideLabel && typeof label === 'string' ? label : undefined}
        aria-describedby={hint ? `${controlId}-hint` : undefined}
        className={clsx(
          'relative grid size-4 shrink-0 touch-target place-items-center rounded-xs border disabled:opacity-50',
          checked ? 'border-accent bg-accent text-on-accent' : 'border-edge bg-surface',
          !hideLabel && 'mt-0.5',
        )}
      >
        {checked === 'indeterminate' ? <MinusIcon className="size-3" /> : null}
        {checked === true ? <CheckIcon className="size-3" /> : null}
      </button>
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

/** Space alone turns a check box, as everywhere. */
function leaveEnterAlone(event: KeyboardEvent) {
  if (event.key === 'Enter') event.preventDefault();
}
