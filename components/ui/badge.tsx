import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface BadgeProps {
  tone?: 'neutral' | 'go' | 'wait' | 'stop' | 'info' | 'line';
  /** 12 px icon, e.g. `<WaitIcon />`. */
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** State of an object: Draft, Waiting, Failed. For a column use StatusDot. */
export function Badge({ tone = 'neutral', icon, className, children }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 items-center gap-[5px] rounded-[5px] px-[7px] text-xs font-medium whitespace-nowrap [&>svg]:size-3',
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}

/** A number that wants attention: unread, waiting. */
export function CountPill({ count, label }: { count: number; label?: string }) {
  return (
    <span className="inline-block h-[18px] min-w-[18px] rounded-full bg-accent px-[5px] text-center text-2xs leading-[18px] font-semibold text-on-accent tabular-nums">
      {count}
      {label ? <span className="sr-only"> {label}</span> : null}
    </span>
  );
}

const TONES = {
  neutral: 'bg-surface-3 text-ink-2',
  go: 'bg-go-soft text-go-ink',
  wait: 'bg-wait-soft text-wait-ink',
  stop: 'bg-stop-soft text-stop-ink',
  info: 'bg-accent-soft text-accent-ink',
  line: 'text-ink-2 inset-ring inset-ring-line-2',
} as const;
