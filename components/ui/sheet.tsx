'use client';

import * as RadixDialog from '@radix-ui/react-dialog';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SCRIM } from './dialog';
import { IconButton } from './icon-button';
import { CloseIcon } from './icons';
import { useReturnFocus } from './use-return-focus';

export interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  hideTitle?: boolean;
  /** From the right on a desk; a phone always gets it from below. */
  side?: 'right' | 'bottom';
  /** Width at the right, default 384 px. */
  width?: number;
  footer?: ReactNode;
  children: ReactNode;
}

export function Sheet({
  open,
  onOpenChange,
  title,
  hideTitle,
  side = 'right',
  width = 384,
  footer,
  children,
}: SheetProps) {
  const t = useTranslations('ui');
  const returnFocus = useReturnFocus(open);
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={SCRIM} />
        <RadixDialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          style={
            { '--sheet-width': `${width}px` } as React.CSSProperties /* custom properties are not in React's type */
          }
          className={clsx(
            'fixed z-40 flex flex-col bg-raised shadow-dialog outline-none',
            'max-phone:inset-x-0 max-phone:bottom-0 max-phone:max-h-[85dvh] max-phone:animate-from-bottom max-phone:rounded-t-lg max-phone:pb-[env(safe-area-inset-bottom)]',
            side === 'right'
              ? 'phone:inset-y-0 phone:right-0 phone:w-(--sheet-width) phone:max-w-[90vw] phone:animate-from-right'
              : 'phone:inset-x-0 phone:bottom-0 phone:max-h-[85dvh] phone:animate-from-bottom phone:rounded-t-lg',
          )}
        >
          <header
            className={clsx(
              'flex h-12 shrink-0 items-center gap-2 pr-13 pl-4',
              hideTitle ? 'sr-only' : 'border-b border-line',
            )}
          >
            <RadixDialog.Title className="min-w-0 flex-1 font-semibold">{title}</RadixDialog.Title>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
          {footer ? (
            <footer className="flex shrink-0 justify-end gap-2 border-t border-line px-4 py-3">{footer}</footer>
          ) : null}
          {/* Last, so that the first focus is the content's. */}
          <RadixDialog.Close asChild>
            <IconButton
              label={t('close')}
              size="sm"
              icon={<CloseIcon />}
              className="absolute! top-2.5 right-2 max-phone:top-0.5"
            />
          </RadixDialog.Close>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
