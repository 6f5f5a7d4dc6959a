'use client';

import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Kbd } from './kbd';
import type { TooltipSide } from './tooltip';

export interface TooltipBubbleProps {
  anchor: HTMLElement;
  side: TooltipSide;
  shortcut?: string;
  className?: string;
  onEnter: () => void;
  onLeave: () => void;
  children: ReactNode;
}

/** Stands beside its anchor, on the other side where there is no room, and never leaves the window. */
export function TooltipBubble({
  anchor,
  side,
  shortcut,
  className = '',
  onEnter,
  onLeave,
  children,
}: TooltipBubbleProps) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (bubble.current) place(bubble.current, anchor.getBoundingClientRect(), side);
  }, [anchor, side]);
  return createPortal(
    <div
      ref={bubble}
      role="tooltip"
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      className={`fixed top-0 left-0 z-50 flex w-max max-w-72 animate-appear items-center gap-2 rounded-sm bg-solid px-2 py-1 text-xs font-medium text-on-solid shadow-menu ${className}`}
    >
      {children}
      {shortcut ? <Kbd tone="onSolid">{shortcut}</Kbd> : null}
    </div>,
    document.body,
  );
}

function place(bubble: HTMLElement, at: DOMRect, side: TooltipSide) {
  const { offsetWidth: width, offsetHeight: height } = bubble;
  const above = at.top - height - GAP;
  const below = at.bottom + GAP;
  const left = at.left - width - GAP;
  const right = at.right + GAP;
  const middleX = at.left + (at.width - width) / 2;
  const middleY = at.top + (at.height - height) / 2;
  const spots = {
    top: [middleX, above >= EDGE ? above : below],
    bottom: [middleX, below + height <= innerHeight - EDGE ? below : above],
    right: [right + width <= innerWidth - EDGE ? right : left, middleY],
    left: [left >= EDGE ? left : right, middleY],
  } as const;
  const [x, y] = spots[side];
  bubble.style.left = `${clamp(x, innerWidth - width - EDGE)}px`;
  bubble.style.top = `${clamp(y, innerHeight - height - EDGE)}px`;
}

function clamp(value: number, most: number): number {
  return Math.max(EDGE, Math.min(value, most));
}

const GAP = 6;
const EDGE = 8;
