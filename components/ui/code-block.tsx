'use client';

import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';

export interface CodeBlockProps {
  /** What it is; shown above, and the name of the region. */
  title: ReactNode;
  code: string;
  /** What the copying button says. */
  copyLabel: string;
  /** At the right of the title, before the button. */
  aside?: ReactNode;
  /** Breaks long lines instead of scrolling sideways. */
  wrap?: boolean;
}

/** Code to paste elsewhere. */
export function CodeBlock({ title, code, copyLabel, aside, wrap }: CodeBlockProps) {
  return (
    <figure className="m-0 overflow-hidden rounded-sm border border-line bg-surface-2">
      <figcaption className="flex min-h-9 items-center gap-2 border-b border-line pr-1 pl-3 text-xs text-ink-2">
        <span className="min-w-0 flex-1">{title}</span>
        {aside}
        <CopyButton text={code} label={copyLabel} />
      </figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className={`m-0 max-h-100 overflow-auto px-3 py-2.5 font-mono text-xs leading-5 -outline-offset-2! ${wrap ? 'break-words whitespace-pre-wrap' : ''}`}
      >
        {code}
      </pre>
    </figure>
  );
}
