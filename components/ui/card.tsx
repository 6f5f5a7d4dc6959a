import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface CardProps {
  title?: ReactNode;
  /** Beside the title in ink-3: a count, a summary. */
  note?: ReactNode;
  /** One action at the right. */
  action?: ReactNode;
  /** A line under the header. */
  divided?: boolean;
  /** 16 px around the content; false for tables and lists. */
  padded?: boolean;
  /** Level of the heading, h2 by default. */
  level?: 2 | 3;
  className?: string;
  children?: ReactNode;
}

export function Card({ title, note, action, divided, padded = true, level = 2, className, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={clsx('rounded-md border border-line bg-surface', className)}>
      {title ? (
        <header
          className={clsx(
            'flex min-h-11 flex-wrap items-center gap-x-2 py-1.5 pr-2 pl-4',
            divided && 'border-b border-line',
          )}
        >
          <Heading className="font-semibold">{title}</Heading>
          {note ? <span className="text-ink-3">{note}</span> : null}
          {action ? <div className="ml-auto flex items-center gap-2">{action}</div> : null}
        </header>
      ) : null}
      {children ? (
        <div className={clsx(padded && 'px-4 pb-4', padded && (divided || !title) && 'pt-4')}>{children}</div>
      ) : null}
    </section>
  );
}
