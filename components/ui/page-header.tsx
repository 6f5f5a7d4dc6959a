import type { ReactNode } from 'react';
import { ChevronLeftIcon } from './icons';
import { Link } from './link';

export interface PageHeaderProps {
  title: ReactNode;
  /** The page above; on a phone it becomes a back arrow. */
  crumb?: { label: string; href: string };
  /** A count or time beside the title. */
  note?: ReactNode;
  /** State of the object: a Badge, a StatusDot. */
  state?: ReactNode;
  /** At the right, primary last. */
  actions?: ReactNode;
}

/** 56 px; holds the page's only h1. */
export function PageHeader({ title, crumb, note, state, actions }: PageHeaderProps) {
  return (
    <header className="sticky top-0 z-3 flex min-h-(--size-header) shrink-0 items-center gap-2 border-b border-line bg-surface px-5 max-phone:pr-3 max-phone:pl-4">
      {crumb ? <Crumb {...crumb} /> : null}
      <h1
        className={`min-w-0 truncate text-lg font-semibold tracking-[-0.01em] max-phone:line-clamp-2 max-phone:whitespace-normal ${crumb ? 'max-phone:text-base/[18px]' : 'max-phone:leading-5'}`}
        title={typeof title === 'string' ? title : undefined}
      >
        {title}
      </h1>
      {note ? <span className="shrink-0 text-ink-3 tabular-nums">{note}</span> : null}
      {state}
      {actions ? <div className="ml-auto flex shrink-0 items-center gap-2 pl-2">{actions}</div> : null}
    </header>
  );
}

function Crumb({ label, href }: { label: string; href: string }) {
  return (
    <>
      <Link href={href} className="shrink-0 text-ink-3 hover:text-ink max-phone:hidden">
        {label}
      </Link>
      <span aria-hidden="true" className="text-ink-3 max-phone:hidden">
        /
      </span>
      <Link
        href={href}
        aria-label={label}
        className="-mr-2 -ml-3 hidden size-11 shrink-0 place-items-center max-phone:grid"
      >
        <ChevronLeftIcon />
      </Link>
    </>
  );
}
