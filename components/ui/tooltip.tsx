'use client';

import {
  cloneElement,
  type FocusEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { later } from './later';
import type { TooltipBubbleProps } from './tooltip-bubble';

export type TooltipSide = 'top' | 'right' | 'bottom' | 'left';

// Where it cannot be fetched there is no bubble: what it says is also the control's name.
const loadBubble = () =>
  import('./tooltip-bubble').then(
    ({ TooltipBubble }) => TooltipBubble,
    () => Nothing,
  );
const TooltipBubble = later<TooltipBubbleProps>(loadBubble);
const Nothing = () => null;

export interface TooltipProps {
  text: ReactNode;
  /** Key shown after the text, e.g. "N". */
  shortcut?: string;
  side?: TooltipSide;
  /** Extra classes of the bubble, e.g. to hide it at some widths. */
  className?: string;
  /** The control; it must pass DOM handlers on to its element. */
  children: ReactElement<HTMLAttributes<HTMLElement>>;
}

/**
 * Names or explains a control after 500 ms of pointing, or at once on keyboard focus; Escape dismisses it and the
 * pointer may rest on it (WCAG 1.4.13). What it says must also be the control's name or description. Written here
 * because a positioning library on every list page costs more than all of this.
 */
export function Tooltip({ text, shortcut, side = 'top', className, children }: TooltipProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const after = (delay: number, next: HTMLElement | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(next), delay);
  };
  const own = children.props;
  const control = cloneElement(children, {
    onPointerEnter: (event: PointerEvent<HTMLElement>) => {
      own.onPointerEnter?.(event);
      if (event.pointerType === 'touch') return;
      void loadBubble();
      after(POINT_MS, event.currentTarget);
    },
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      own.onPointerLeave?.(event);
      after(LEAVE_MS, null);
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      own.onPointerDown?.(event);
      after(0, null);
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      own.onFocus?.(event);
      if (isFocusVisible(event.currentTarget)) after(0, event.currentTarget);
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      own.onBlur?.(event);
      after(0, null);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (anchor && event.key === 'Escape') after(0, null);
      own.onKeyDown?.(event);
    },
  });
  return (
    <>
      {control}
      {anchor ? (
        <TooltipBubble
          anchor={anchor}
          side={side}
          shortcut={shortcut}
          className={className}
          onEnter={() => clearTimeout(timer.current)}
          onLeave={() => after(LEAVE_MS, null)}
        >
          {text}
        </TooltipBubble>
      ) : null}
    </>
  );
}

function isFocusVisible(element: HTMLElement): boolean {
  return element.matches(':focus-visible');
}

const POINT_MS = 500;
const LEAVE_MS = 120;
