import type { ReactNode } from 'react';

/** Ids, patterns, URLs: mono, and selectable at once when `whole`. */
export function CodeText({
  children,
  whole,
  className = '',
}: {
  children: ReactNode;
  whole?: boolean;
  className?: string;
}) {
  return (
    <code className={`font-mono text-xs tracking-[-0.01em] break-words ${whole ? 'select-all' : ''} ${className}`}>
      {children}
    </code>
  );
}
