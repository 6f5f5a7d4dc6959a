import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';

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

/** Into the list from the search field or from nowhere; a row that has the focus moves it itself. */
export function focusFirstRow(): void {
  const active = document.activeElement;
  if (active === document.body || active?.matches('input[type="search"], main'))
    document.querySelector<HTMLElement>('[data-row-link]')?.focus();
}

/**
 * The keyboard cursor of a list: arrows, Home and End move between the links of its rows. When the row under the
 * cursor goes, as when a search narrows the list, the one that took its place gets the focus. Spread the answer on the
 * element around the rows, in the component that draws them anew.
 */
export function useRowCursor<List extends HTMLElement>() {
  const ref = useRef<List>(null);
  const place = useRef(-1);
  useEffect(() => {
    // Nothing is said of a focused element that React takes away: the place is still known then.
    if (place.current === -1 || !ref.current || document.activeElement !== document.body) return;
    const links = rowLinks(ref.current);
    links[Math.min(place.current, links.length - 1)]?.focus();
  });
  return {
    ref,
    onKeyDown: moveCursor,
    onFocus: ({ currentTarget, target }: FocusEvent<List>) => {
      place.current = rowLinks(currentTarget).indexOf(target);
    },
    onBlur: () => {
      place.current = -1;
    },
  };
}

function moveCursor(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = rowLinks(event.currentTarget);
  const current = links.indexOf(event.target);
  const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: links.length - 1 }[event.key];
  if (current === -1 || next === undefined) return;
  event.preventDefault();
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
}

function rowLinks(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-row-link]')];
}
