'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface Segment<T extends string> {
  value: T;
  label: ReactNode;
  count?: number;
  /** `stop` writes the count in red: failures only. */
  tone?: 'default' | 'stop';
  icon?: ReactNode;
  disabledReason?: string | null;
}

export interface SegmentedProps<T extends string> {
  value: T;
  onChange: (value: T) => void;
  segments: readonly Segment<T>[];
  /** Accessible name of the group. */
  label: string;
  size?: 'md' | 'lg';
  className?: string;
}

/** Two to four views or filters of the same thing. */
export function Segmented<T extends string>({
  value,
  onChange,
  segments,
  label,
  size = 'md',
  className,
}: SegmentedProps<T>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and form semantics
    <div
      role="group"
      aria-label={label}
      className={clsx(
        'inline-flex w-fit gap-0.5 rounded-sm bg-surface-3 p-0.5 max-phone:flex max-phone:w-auto',
        className,
      )}
    >
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          aria-pressed={segment.value === value}
          aria-disabled={segment.disabledReason ? true : undefined}
          title={segment.disabledReason ?? undefined}
          onClick={() => !segment.disabledReason && onChange(segment.value)}
          className={clsx(
            'inline-flex items-center justify-center gap-1.5 rounded-[5px] px-2.5 font-medium whitespace-nowrap text-ink-2 max-phone:h-10 max-phone:flex-1 max-phone:px-1.5',
            'hover:text-ink aria-disabled:opacity-55 aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-[0_1px_2px_var(--color-scheme-shade)]',
            size === 'md' ? 'h-6 text-xs' : 'h-7',
          )}
        >
          {segment.icon}
          {segment.label}
          {segment.count === undefined ? null : (
            <span
              className={clsx('font-normal tabular-nums', segment.tone === 'stop' ? 'text-stop-ink' : 'text-ink-3')}
            >
              {segment.count}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
