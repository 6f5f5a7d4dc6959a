'use client';

import * as RadixDialog from '@radix-ui/react-dialog';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button';
import { CloseIcon } from './icons';
import { useReturnFocus } from './use-return-focus';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** 440 px, or 560 px for forms. */
  size?: 'md' | 'form' | 'wide';
  /** Buttons at the foot, the safe one first. */
  footer?: ReactNode;
  children?: ReactNode;
}

/** Focus stays inside and returns to where it was; Escape and the ground close. */
export function Dialog({ open, onOpenChange, title, description, size = 'md', footer, children }: DialogProps) {
  const t = useTranslations('ui');
  const returnFocus = useReturnFocus(open);
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={SCRIM} />
        <RadixDialog.Content
          onCloseAutoFocus={returnFocus}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={clsx(DIALOG_BOX, { md: 'max-w-110', form: 'max-w-140', wide: 'max-w-200' }[size])}
        >
          <header className="pt-4 pr-13 pl-5">
            <RadixDialog.Title className="text-lg font-semibold tracking-[-0.01em]">{title}</RadixDialog.Title>
            {description ? (
              <RadixDialog.Description className="mt-1 text-ink-2">{description}</RadixDialog.Description>
            ) : null}
          </header>
          <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</footer>
          ) : null}
          {/* Last, so that the first focus is the content's. */}
          <RadixDialog.Close asChild>
            <IconButton label={t('close')} size="sm" icon={<CloseIcon />} className="absolute! top-3.5 right-3" />
          </RadixDialog.Close>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

export const SCRIM = 'fixed inset-0 z-40 animate-appear bg-scrim [--rise:0]';
export const DIALOG_BOX =
  'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 animate-appear flex-col rounded-lg bg-raised shadow-dialog outline-none';
