'use client';

import { type ReactNode, useId, useState } from 'react';
import { ChevronDownIcon, ChevronRightIcon } from './icons';

export interface SectionCardProps {
  title: string;
  /** Beside the title: a badge. */
  badge?: ReactNode;
  /** After it in ink-3: what the section is for. */
  note?: ReactNode;
  /** One action at the right. */
  action?: ReactNode;
  children: ReactNode;
}

/** A card that folds away. Its content stays mounted: what is typed in it is kept. */
export function SectionCard({ title, badge, note, action, children }: SectionCardProps) {
  const [open, setOpen] = useState(true);
  const id = useId();
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <section className="rounded-md border border-line bg-surface">
      <header className="flex min-h-11 flex-wrap items-center gap-x-2 py-1.5 pr-2 pl-2">
        <h2 className="font-semibold">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            className="flex min-h-7 items-center gap-1.5 rounded-sm px-1.5 text-left max-phone:min-h-11"
          >
            <Chevron className="size-3.5 text-ink-3" />
            {title}
          </button>
        </h2>
        {badge}
        {note ? <span className="min-w-0 truncate text-ink-2 max-phone:hidden">{note}</span> : null}
        {action ? <div className="ml-auto flex items-center gap-2">{action}</div> : null}
      </header>
      <div id={id} hidden={!open} className="px-4 pb-3.5">
        {children}
      </div>
    </section>
  );
}
