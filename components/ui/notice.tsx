import clsx from 'clsx';
import type { ReactNode } from 'react';
import { FailureIcon, InfoIcon, SuccessIcon, WarningIcon } from './icons';

export interface NoticeProps {
  tone?: 'neutral' | 'info' | 'go' | 'wait' | 'stop';
  /** One button or link, at the right. */
  action?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A sentence where it applies. `stop` is announced at once. */
export function Notice({ tone = 'neutral', action, className, children }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div
      role={tone === 'stop' ? 'alert' : undefined}
      className={clsx('flex gap-2 rounded-sm px-3 py-2', GROUNDS[tone], className)}
    >
      <Icon className="mt-0.5" />
      <div className="min-w-0 flex-1">{children}</div>
      {action ? <div className="-my-1 flex shrink-0 items-center">{action}</div> : null}
    </div>
  );
}

const ICONS = { neutral: InfoIcon, info: InfoIcon, go: SuccessIcon, wait: WarningIcon, stop: FailureIcon } as const;

const GROUNDS = {
  neutral: 'bg-surface-2 text-ink-2',
  info: 'bg-accent-soft text-accent-ink',
  go: 'bg-go-soft text-go-ink',
  wait: 'bg-wait-soft text-wait-ink',
  stop: 'bg-stop-soft text-stop-ink',
} as const;
