import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface BubbleProps {
  /** Who speaks decides the ground: customer grey, agent soft accent, automatic outlined, note amber. */
  from: 'customer' | 'agent' | 'automatic' | 'note';
  avatar: ReactNode;
  author: ReactNode;
  time?: ReactNode;
  /** After the time: the rule that sent it, linked to its firing. */
  via?: ReactNode;
  /** What was said; without it only the head stands, as for a file alone. */
  children?: ReactNode;
}

/** One message of a conversation. */
export function Bubble({ from, avatar, author, time, via, children }: BubbleProps) {
  return (
    <div className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-2.5 gap-y-0.5 text-base">
      <span className="row-span-2">{avatar}</span>
      <div className="flex flex-wrap items-center gap-x-1.5 text-xs text-ink-3">
        <b className="font-medium text-ink">{author}</b>
        {time ? <span>{time}</span> : null}
        {via ? <span>{via}</span> : null}
      </div>
      {children === undefined ? null : (
        <div
          className={clsx(
            'max-w-130 min-w-0 justify-self-start rounded-lg rounded-tl-xs px-3 py-2 wrap-anywhere whitespace-pre-wrap',
            GROUNDS[from],
          )}
        >
          {children}
        </div>
      )}
    </div>
  );
}

/** What happened between messages: "14:27 entered the queue". */
export function BetweenMessages({ children }: { children: ReactNode }) {
  return (
    <div className="flex items-center gap-2 text-xs text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {children}
    </div>
  );
}

const GROUNDS = {
  customer: 'bg-surface-2',
  agent: 'bg-accent-soft',
  automatic: 'inset-ring inset-ring-line-2',
  note: 'bg-wait-soft text-ink',
} as const;
