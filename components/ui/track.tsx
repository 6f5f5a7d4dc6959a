import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface TrackStopProps {
  /** 13 px icon in the stop. */
  icon: ReactNode;
  /** When, If, Then. */
  title: ReactNode;
  /** A light at the stop: this part held. */
  lit?: boolean;
  /** On the title's line: the control or the words that go on with it. */
  head?: ReactNode;
  /** Heading's id, for aria-labelledby of what is below. */
  id?: string;
  children?: ReactNode;
}

/** A rule from top to bottom: stops on one thin line. */
export function Track({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={className}>{children}</div>;
}

export function TrackStop({ icon, title, lit, head, id, children }: TrackStopProps) {
  return (
    <section
      aria-labelledby={id}
      className="relative pb-2.5 pl-[34px] before:absolute before:top-[26px] before:-bottom-1 before:left-[11px] before:w-[1.5px] before:bg-line-2 last:before:hidden max-phone:pl-8"
    >
      <span
        aria-hidden="true"
        className={clsx(
          'absolute top-1 left-0 z-1 grid size-6 place-items-center rounded-full border-[1.5px] [&_svg]:size-[13px]',
          lit ? 'border-go bg-go text-surface' : 'border-line-2 bg-surface text-ink-2',
        )}
      >
        {icon}
      </span>
      <div className="mb-0.5 flex min-h-8 flex-wrap items-center gap-2">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {head}
      </div>
      {children}
    </section>
  );
}
