'use client';

import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { useFieldWiring } from './field-context';

export interface TextareaProps extends ComponentProps<'textarea'> {
  /** Lines shown before any text; it grows to twelve. */
  rows?: number;
  mono?: boolean;
}

/** Grows with its text from `rows` to 12 lines (`field-sizing`; a browser without it scrolls instead). */
export function Textarea({ rows = 3, mono, className, style, ...rest }: TextareaProps) {
  const wired = useFieldWiring(rest);
  return (
    <textarea
      {...wired}
      rows={rows}
      data-bare=""
      style={{ minHeight: rows * LINE + FRAME, maxHeight: 12 * LINE + FRAME, ...style }}
      className={clsx(
        'block field-sizing-content w-full resize-none rounded-sm border border-line-2 bg-surface px-2.5 py-[7px] shadow-control',
        'hover:border-edge focus:border-accent focus:ring-3 focus:ring-accent/20 aria-invalid:border-stop max-phone:text-lg',
        'disabled:bg-surface-2 disabled:text-ink-3 disabled:shadow-none',
        mono && 'font-mono text-xs leading-5',
        className,
      )}
    />
  );
}

const LINE = 20;
const FRAME = 16;
