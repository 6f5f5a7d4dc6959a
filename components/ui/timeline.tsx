import clsx from 'clsx';
import type { ReactNode } from 'react';

export type StopState = 'done' | 'waiting' | 'todo' | 'failed' | 'stopped';

export interface TimelineStopProps {
  state: StopState;
  /** 13 px icon of what the step does. */
  icon: ReactNode;
  title: ReactNode;
  /** Its state for assistive technology, e.g. "Done". */
  stateLabel?: string;
  /** At the right: the time, "until 14:32:09", a Retry button. */
  at?: ReactNode;
  /** Below: the message, the error, the remaining time. */
  children?: ReactNode;
}

export function Timeline({ label, children }: { label?: string; children: ReactNode }) {
  return <ol aria-label={label}>{children}</ol>;
}

/** A 24 px stop and the line to the next: solid after what is done, dashed before what is to come. */
export function TimelineStop({ state, icon, title, stateLabel, at, children }: TimelineStopProps) {
  return (
    <li
      className={clsx(
        'relative grid grid-cols-[24px_minmax(0,1fr)_max-content] gap-x-3 gap-y-0.5 pb-[18px] last:pb-0',
        'before:absolute before:top-6 before:bottom-0 before:left-[11px] before:w-0.5 last:before:hidden',
        state === 'done' ? 'before:bg-go' : DASHED,
      )}
    >
      <span
        aria-hidden="true"
        className={clsx('z-1 grid size-6 place-items-center rounded-full [&_svg]:size-[13px]', NODES[state])}
      >
        {icon}
      </span>
      <span className={clsx('leading-6 font-medium', state === 'stopped' && 'text-ink-2')}>
        {title}
        {stateLabel ? <span className="sr-only"> {stateLabel}</span> : null}
      </span>
      <span className="leading-6 text-ink-3 tabular-nums">{at}</span>
      {children ? <div className="col-[2/-1] min-w-0">{children}</div> : null}
    </li>
  );
}

const DASHED = 'before:bg-[repeating-linear-gradient(var(--color-line-2)_0_4px,transparent_4px_8px)]';

const NODES: Record<StopState, string> = {
  done: 'bg-go text-surface',
  waiting: 'bg-wait-soft text-wait-ink ring-[1.5px] ring-wait',
  todo: 'border-[1.5px] border-line-2 bg-surface text-ink-3',
  failed: 'bg-stop text-on-stop',
  stopped: 'bg-surface-3 text-ink-2',
};
