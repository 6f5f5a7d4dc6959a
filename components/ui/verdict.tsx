import clsx from 'clsx';
import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

export type VerdictState = 'met' | 'unmet' | 'unknown';

export interface VerdictProps {
  state: VerdictState;
  /** Other words than Met, Not met, Unknown. */
  children?: ReactNode;
  /** Mark alone, its word for assistive technology only. */
  markOnly?: boolean;
  className?: string;
}

/** Green disc with a tick, grey square with a cross (not being met is no fault), dashed amber ring with "?". */
export function Verdict({ state, children, markOnly, className }: VerdictProps) {
  const t = useTranslations('ui');
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-[5px] align-middle text-xs font-medium whitespace-nowrap',
        INKS[state],
        className,
      )}
    >
      <Mark state={state} />
      <span className={markOnly ? 'sr-only' : undefined}>{children ?? t(`verdict.${state}`)}</span>
    </span>
  );
}

function Mark({ state }: { state: VerdictState }) {
  return (
    <span aria-hidden="true" className={clsx('grid size-4 shrink-0 place-items-center text-surface', SHAPES[state])}>
      {state === 'met' ? <Check className="size-2.5! stroke-[3.5]!" /> : null}
      {state === 'unmet' ? <X className="size-2.5! stroke-[3.5]!" /> : null}
      {state === 'unknown' ? '?' : null}
    </span>
  );
}

const INKS = { met: 'text-go-ink', unmet: 'text-ink-2', unknown: 'text-wait-ink' } as const;
const SHAPES = {
  met: 'rounded-full bg-go',
  unmet: 'rounded-xs bg-edge',
  unknown: 'rounded-full border-[1.5px] border-dashed border-wait text-2xs/none font-semibold text-wait-ink!',
} as const;
