import type { KeyboardEvent } from 'react';

/** Letters, in lower case, and keys by their names: `c`, `backspace`. */
export type RowKeys = Readonly<Record<string, () => void>>;

/** Single keys on a row whose link has the focus; none while the reader has switched shortcuts off. */
export function actOnRowKey(event: KeyboardEvent, keys: RowKeys): void {
  if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-row-link]')) return;
  if (event.metaKey || event.ctrlKey || event.altKey || document.documentElement.dataset.shortcuts === 'off') return;
  const act = keys[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
}

/** Arrows, Home and End move between the links of the rows in the element that hears the key. */
export function moveRowCursor(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')];
  const current = links.indexOf(event.target);
  const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: links.length - 1 }[event.key];
  if (current === -1 || next === undefined) return;
  event.preventDefault();
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
}

/** Into the list from the search field or from nowhere; a row that has the focus moves it itself. */
export function focusFirstRow(): void {
  const active = document.activeElement;
  if (active === document.body || active?.matches('input[type="search"], main'))
    document.querySelector<HTMLElement>('[data-row-link]')?.focus();
}
