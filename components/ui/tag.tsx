'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CloseIcon } from './icons';

/** 20 px, never coloured. With `onRemove` it carries an ×. */
export function Tag({ children, onRemove }: { children: ReactNode; onRemove?: () => void }) {
  const t = useTranslations('ui');
  return (
    <span className="inline-flex h-5 max-w-full items-center gap-1 rounded-[5px] border border-line-2 bg-surface px-1.5 text-xs whitespace-nowrap text-ink-2">
      <span className="truncate">{children}</span>
      {onRemove ? (
        <button
          type="button"
          aria-label={t('removeNamed', { name: typeof children === 'string' ? children : '' })}
          onClick={onRemove}
          className="relative -mr-1 -ml-px grid h-[18px] w-4 touch-target place-items-center rounded-xs text-ink-3 hover:text-ink"
        >
          <CloseIcon className="size-3" />
        </button>
      ) : null}
    </span>
  );
}
