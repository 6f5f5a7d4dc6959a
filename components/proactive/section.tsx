'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { CheckIcon, ChevronDownIcon } from '@/components/ui/icons';

export interface SectionProps {
  id: string;
  number: number;
  title: string;
  /** What it says, while it is closed. */
  summary: ReactNode;
  open: boolean;
  /** Nothing is missing in it. */
  done: boolean;
  /** Something was refused in it. */
  wrong: boolean;
  onToggle: () => void;
  /** Opens the one after it; the last one has none. */
  onNext?: () => void;
  children: ReactNode;
}

/** One of the numbered parts of the form. Closed it says in a line what it holds. */
export function Section(props: SectionProps) {
  const { id, number, title, summary, open, done, wrong, onToggle, onNext, children } = props;
  const t = useTranslations('proactive.editor');
  return (
    <section aria-labelledby={`${id}-title`} className="rounded-md border border-line bg-surface">
      <h2>
        <button
          type="button"
          id={`${id}-title`}
          aria-expanded={open}
          aria-controls={`${id}-content`}
          onClick={onToggle}
          className="flex min-h-11 w-full items-center gap-2.5 px-3 py-2 text-left"
        >
          <span
            aria-hidden="true"
            className={clsx(
              'grid size-[22px] shrink-0 place-items-center rounded-full border-[1.5px] text-xs font-semibold',
              wrong ? 'border-stop text-stop-ink' : done ? 'border-go bg-go text-surface' : 'border-line-2 text-ink-2',
            )}
          >
            {done && !wrong ? <CheckIcon className="size-3.5" /> : number}
          </span>
          <span className="shrink-0 font-semibold">{title}</span>
          {open ? null : <span className="min-w-0 flex-1 truncate text-ink-2">{summary}</span>}
          <ChevronDownIcon className={clsx('ml-auto shrink-0 text-ink-3', open && 'rotate-180')} />
        </button>
      </h2>
      <div id={`${id}-content`} hidden={!open}>
        <div className="grid gap-4 px-3 pt-1 pb-3 pl-11 max-phone:pl-3">
          {children}
          {onNext ? (
            <div>
              <Button onClick={onNext}>{t('next')}</Button>
            </div>
          ) : null}
        </div>
      </div>
    </section>
  );
}
