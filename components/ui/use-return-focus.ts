'use client';

import { useLayoutEffect, useRef } from 'react';

/**
 * Handler for a layer's onCloseAutoFocus that returns focus to what had it when the layer opened. Radix does so only
 * for layers with a trigger of its own. Opened from a menu, focus returns to the menu's button.
 */
export function useReturnFocus(open: boolean): (event: Event) => void {
  const from = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (open) from.current = stableFocus();
  }, [open]);
  return (event) => {
    event.preventDefault();
    if (from.current?.isConnected) from.current.focus();
  };
}

function stableFocus(): HTMLElement | null {
  const active = document.activeElement;
  const menuButton = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  if (menuButton) return document.getElementById(menuButton);
  return active instanceof HTMLElement ? active : null;
}
