import clsx from 'clsx';
import { boxClass, type ControlSize } from './input-class';

/** The box of text controls on a button that opens something. */
export function chooserClass(size: ControlSize, className?: string): string {
  return clsx(
    boxClass(size, className),
    'aria-disabled:border-line-2 aria-disabled:bg-surface-2 aria-disabled:text-ink-3 aria-disabled:shadow-none',
    'data-[state=open]:border-accent data-[state=open]:ring-3 data-[state=open]:ring-accent/20',
  );
}
