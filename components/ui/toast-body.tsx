'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { CheckIcon, CloseIcon } from './icons';

interface ToastBodyProps {
  text: string;
  undo?: () => unknown;
  /** Milliseconds; the clock starts anew when pointer and focus have left. */
  duration: number;
  close: () => void;
  /** Once, when it closes without Undo. */
  settle?: () => unknown;
}

export function ToastBody({ text, undo, duration, close, settle }: ToastBodyProps) {
  const t = useTranslations('ui');
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => {
      close();
      settle?.();
    }, duration);
    return () => clearTimeout(timer);
  }, [held, duration, close, settle]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointer and focus only hold the clock
    <div
      className="flex min-h-11 w-full items-center gap-2.5 rounded-md bg-solid py-1 pr-1.5 pl-3.5 font-sans text-sm font-medium text-on-solid shadow-menu phone:w-90"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <CheckIcon />
      <span className="min-w-0 flex-1">{text}</span>
      {undo ? (
        <button
          type="button"
          className="relative h-8 touch-target rounded-sm px-2 underline underline-offset-3 hover:bg-solid-hover"
          onClick={() => {
            close();
            void undo();
          }}
        >
          {t('undo')}
        </button>
      ) : null}
      <button
        type="button"
        aria-label={t('dismiss')}
        className="relative grid size-8 touch-target place-items-center rounded-sm hover:bg-solid-hover"
        onClick={() => {
          close();
          settle?.();
        }}
      >
        <CloseIcon className="size-3.5" />
      </button>
    </div>
  );
}
