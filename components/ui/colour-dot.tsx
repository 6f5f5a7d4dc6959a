import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface ColourDotProps {
  /** Name of a colour that people choose among; an unknown one is grey. */
  colour: string;
  /** A ring instead of a disc: what is over. Shape tells as well. */
  hollow?: boolean;
  children?: ReactNode;
  className?: string;
}

/** Dot in a chosen colour, and a word. */
export function ColourDot({ colour, hollow, children, className }: ColourDotProps) {
  return (
    <span className={clsx('inline-flex min-w-0 items-center gap-[7px]', className)}>
      <span
        aria-hidden="true"
        className={clsx(
          'size-2 shrink-0 rounded-full forced-colors:text-current!',
          COLOURS[colour] ?? COLOURS.grey,
          hollow ? 'border-[2px] border-current' : 'bg-current',
        )}
      />
      {children ? <span className="truncate">{children}</span> : null}
    </span>
  );
}

const COLOURS: Readonly<Record<string, string>> = {
  grey: 'text-edge',
  blue: 'text-data-1',
  red: 'text-stop',
  amber: 'text-wait',
  green: 'text-go',
  violet: 'text-data-4',
  teal: 'text-data-2',
  pink: 'text-pink',
};
