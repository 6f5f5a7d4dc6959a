import clsx from 'clsx';
import type { ReactNode } from 'react';

export type StatusTone = 'active' | 'inactive' | 'waiting' | 'broken';

/** Dot and word. Shape tells as well as colour: disc active, hollow inactive, disc waiting, square broken. */
export function StatusDot({
  tone,
  children,
  className,
}: {
  tone: StatusTone;
  children?: ReactNode;
  className?: string;
}) {
  return (
    <span className={clsx('inline-flex items-center gap-[7px] whitespace-nowrap', className)}>
      <span aria-hidden="true" className={clsx('size-2 shrink-0 forced-colors:bg-current', SHAPES[tone])} />
      {children}
    </span>
  );
}

const SHAPES: Record<StatusTone, string> = {
  active: 'rounded-full bg-go',
  inactive: 'rounded-full border-[1.5px] border-edge',
  waiting: 'rounded-full bg-wait',
  broken: 'rounded-[2px] bg-stop',
};
