import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface KbdProps {
  children: ReactNode;
  /** `onSolid` stands on a primary button or a tooltip. */
  tone?: 'default' | 'onSolid';
  className?: string;
}

/** A key, shown where it acts. Hidden from assistive technology: names never contain their keys. */
export function Kbd({ children, tone = 'default', className }: KbdProps) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd element takes no focus
    <kbd
      aria-hidden="true"
      className={clsx(
        'inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-xs border px-1 font-sans text-2xs leading-none font-medium max-phone:hidden',
        tone === 'default' && 'border-line bg-surface-2 text-ink-3',
        tone === 'onSolid' && 'border-current/35 text-current',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
