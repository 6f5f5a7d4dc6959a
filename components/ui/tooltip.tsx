'use client';

import * as RadixTooltip from '@radix-ui/react-tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd';

export interface TooltipProps {
  text: ReactNode;
  /** Key shown after the text, e.g. "N". */
  shortcut?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** Extra classes of the bubble, e.g. to hide it at some widths. */
  className?: string;
  children: ReactElement;
}

/** Names or explains the control it wraps after 500 ms or on focus; the child must accept a ref and DOM props. */
export function Tooltip({ text, shortcut, side = 'top', className = '', children }: TooltipProps) {
  return (
    <RadixTooltip.Root delayDuration={500}>
      <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
      <RadixTooltip.Portal>
        <RadixTooltip.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={`z-50 flex max-w-72 animate-appear items-center gap-2 rounded-sm bg-solid px-2 py-1 text-xs font-medium text-on-solid shadow-menu ${className}`}
        >
          {text}
          {shortcut ? <Kbd tone="onSolid">{shortcut}</Kbd> : null}
        </RadixTooltip.Content>
      </RadixTooltip.Portal>
    </RadixTooltip.Root>
  );
}

export const TooltipProvider = RadixTooltip.Provider;
