'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useFieldWiring } from './field-context';
import { boxClass, type ControlSize } from './input-class';

export interface InputProps extends Omit<ComponentProps<'input'>, 'size'> {
  size?: ControlSize;
  /** Before the text, usually a 14 px icon. */
  lead?: ReactNode;
  /** After the text: a unit, a key, a small button. */
  tail?: ReactNode;
  /** Classes of the box; `className` belongs to the input itself. */
  boxClassName?: string;
  mono?: boolean;
}

export function Input({ size = 'md', lead, tail, boxClassName, mono, className = '', ...rest }: InputProps) {
  const wired = useFieldWiring(rest);
  return (
    <span className={boxClass(size, boxClassName)} data-disabled={rest.disabled || undefined}>
      {lead ? <span className="flex text-ink-3">{lead}</span> : null}
      <input
        autoComplete="off"
        {...wired}
        data-bare=""
        className={`w-full min-w-0 self-stretch bg-transparent outline-none ${mono ? 'font-mono text-xs' : ''} ${className}`}
      />
      {tail}
    </span>
  );
}
