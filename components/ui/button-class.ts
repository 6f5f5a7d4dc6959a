import clsx from 'clsx';

export type ButtonVariant = 'primary' | 'default' | 'quiet' | 'danger';
/** 24, 28, 32 and 36 px; 44 px on a phone. */
export type ButtonSize = 'xs' | 'sm' | 'md' | 'lg';

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Square, for an icon alone. */
  square?: boolean;
  disabled?: boolean;
  className?: string;
}

/** Classes shared by buttons and by links that look like buttons. */
export function buttonClass({ variant = 'default', size = 'md', square, disabled, className }: ButtonLook): string {
  return clsx(
    'relative inline-flex shrink-0 items-center justify-center gap-1.5 border font-medium whitespace-nowrap transition-colors duration-(--duration-fast) ease-out select-none',
    SIZES[size],
    square ? SQUARES[size] : PADDING[size],
    size === 'xs' ? 'rounded-[5px] text-xs' : 'rounded-sm',
    VARIANTS[variant],
    disabled ? 'opacity-50' : HOVERS[variant],
    className,
  );
}

const SIZES = {
  xs: 'h-6 touch-target',
  sm: 'h-7 max-phone:h-11',
  md: 'h-8 max-phone:h-11',
  lg: 'h-9 max-phone:h-11',
} as const;

const SQUARES = { xs: 'w-6', sm: 'w-7 max-phone:w-11', md: 'w-8 max-phone:w-11', lg: 'w-9 max-phone:w-11' } as const;

const PADDING = { xs: 'px-[7px]', sm: 'px-[9px]', md: 'px-3', lg: 'px-4' } as const;

const VARIANTS = {
  primary: 'border-(--color-solid) bg-solid text-on-solid shadow-control',
  default: 'border-line-2 bg-surface text-ink shadow-control [&>svg:first-child]:text-ink-3',
  quiet: 'border-transparent text-ink-2',
  danger: 'border-stop bg-stop text-on-stop shadow-control',
} as const;

const HOVERS = {
  primary: 'hover:bg-solid-hover',
  default: 'hover:bg-surface-2',
  quiet: 'hover:bg-surface-2 hover:text-ink data-[state=open]:bg-surface-3 data-[state=open]:text-ink',
  danger: 'hover:brightness-110',
} as const;
