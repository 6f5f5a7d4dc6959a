import clsx from 'clsx';

export type ControlSize = 'sm' | 'md' | 'lg';

/** The box around text controls and choosers: line, ground, ring on focus within. */
export function boxClass(size: ControlSize, className?: string): string {
  return clsx(
    'inline-flex w-full min-w-0 items-center gap-1.5 rounded-sm border border-line-2 bg-surface text-left shadow-control transition-colors duration-(--duration-fast)',
    'hover:border-edge focus-within:border-accent focus-within:ring-3 focus-within:ring-accent/20 focus-within:hover:border-accent',
    'has-aria-invalid:border-stop aria-invalid:border-stop',
    'has-disabled:bg-surface-2 has-disabled:text-ink-3 has-disabled:shadow-none disabled:bg-surface-2 disabled:text-ink-3 disabled:shadow-none',
    'max-phone:h-11 max-phone:px-3 max-phone:text-lg',
    { sm: 'h-7 px-2', md: 'h-8 px-2.5', lg: 'h-9 px-2.5' }[size],
    className,
  );
}
