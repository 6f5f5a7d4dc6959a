'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button';
import { CloseIcon } from './icons';

export interface BulkBarProps {
  count: number;
  /** Quiet buttons, the dangerous one last. */
  children: ReactNode;
  onClear: () => void;
  /** "Select all 24", when a page is full. */
  more?: ReactNode;
}

/** Floats above the foot of its (relative) list while something is selected. */
export function BulkBar({ count, children, onClear, more }: BulkBarProps) {
  const t = useTranslations('ui');
  if (count === 0) return null;
  return (
    <section
      aria-label={t('selectionBar')}
      className="sticky bottom-4 z-10 mx-auto flex min-h-11 w-fit max-w-[calc(100%-24px)] animate-appear flex-wrap items-center gap-1 rounded-md bg-raised py-1 pr-2 pl-4 shadow-menu max-phone:bottom-3 max-phone:justify-between max-phone:pr-1 max-phone:pl-3"
    >
      <span className="mr-2 font-medium whitespace-nowrap" aria-live="polite">
        {t('selected', { count })}
      </span>
      {more}
      {children}
      <IconButton label={t('clearSelection')} size="sm" icon={<CloseIcon />} shortcut="Esc" onClick={onClear} />
    </section>
  );
}
