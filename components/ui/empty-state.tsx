import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** What is missing, in one sentence. */
  title: ReactNode;
  /** What the page is for, or what to try. */
  text?: ReactNode;
  /** One button, perhaps a quiet second. */
  actions?: ReactNode;
  /** 1 where the page has no other heading. */
  level?: 1 | 2 | 3;
}

/** Left aligned at the top of the space it fills; no picture. */
export function EmptyState({ title, text, actions, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="grid max-w-160 justify-items-start gap-2 px-5 py-7">
      <Heading className="text-base font-semibold">{title}</Heading>
      {text ? <p className="text-ink-2">{text}</p> : null}
      {actions ? <div className="mt-1 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
