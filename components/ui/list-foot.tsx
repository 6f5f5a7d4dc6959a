'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { buttonClass } from './button-class';
import { ChevronLeftIcon, ChevronRightIcon } from './icons';
import { Link } from './link';

/** Where a step leads: an address, or an act. Absent when there is no such page. */
export type PageStep = { href: string } | { onClick: () => void };

export interface ListFootProps {
  /** First and last number shown and how many there are; omit for logs and write `range`. */
  from?: number;
  to?: number;
  total?: number;
  range?: ReactNode;
  /** Keys or other help, left out on a phone. */
  hint?: ReactNode;
  previous?: PageStep;
  next?: PageStep;
}

/** 44 px foot of a list: range at the left, paging at the right. */
export function ListFoot({ from = 0, to = 0, total = 0, range, hint, previous, next }: ListFootProps) {
  const t = useTranslations('ui');
  return (
    <footer className="mt-auto flex min-h-11 shrink-0 items-center gap-3 border-t border-line px-5 text-xs text-ink-3 max-phone:px-4">
      <span className="tabular-nums">{range ?? t('range', { from, to, total })}</span>
      {hint ? <span className="ml-auto max-phone:hidden">{hint}</span> : null}
      <nav aria-label={t('paging')} className={hint ? 'flex gap-1 max-phone:ml-auto' : 'ml-auto flex gap-1'}>
        <Step step={previous} label={t('previousPage')}>
          <ChevronLeftIcon />
        </Step>
        <Step step={next} label={t('nextPage')}>
          <ChevronRightIcon />
        </Step>
      </nav>
    </footer>
  );
}

function Step({ step, label, children }: { step?: PageStep; label: string; children: ReactNode }) {
  const className = buttonClass({ variant: 'quiet', size: 'sm', square: true, disabled: !step });
  if (step && 'href' in step) {
    return (
      <Link href={step.href} aria-label={label} className={className}>
        {children}
      </Link>
    );
  }
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={!step || undefined}
      className={className}
      onClick={step?.onClick}
    >
      {children}
    </button>
  );
}
