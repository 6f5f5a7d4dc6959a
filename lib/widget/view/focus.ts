/** The keyboard's ways around the open panel, and where the focus goes when something appears. */
import type { State } from '../state';

/** Phones: the panel fills the screen and is modal. The same width as in `style.css`. */
export function narrow(): boolean {
  return matchMedia('(width <= 640px)').matches;
}

/** Tab stays among the panel's controls and the launcher, Escape closes. */
export function onKey(root: ShadowRoot, event: KeyboardEvent, close: () => void): void {
  if (event.isComposing) return;
  if (event.key === 'Escape') {
    // The page's own dialogs stay open.
    event.stopPropagation();
    close();
  }
  if (event.key === 'Tab') turnRound(root, event);
}

function turnRound(root: ShadowRoot, event: KeyboardEvent): void {
  const all = [...root.querySelectorAll<HTMLElement>('button,a[href],input,textarea,[tabindex="0"]')];
  const stops = all.filter((element) => !element.matches(':disabled') && element.checkVisibility());
  if (event.shiftKey) stops.reverse();
  if (root.activeElement !== stops.at(-1) && stops.some((stop) => stop === root.activeElement)) return;
  event.preventDefault();
  stops[0]?.focus();
}

/** Moves the focus after a change that the customer made. */
export function moveFocus(root: ShadowRoot, before: State, after: State): void {
  const focus = (selector: string) => root.querySelector<HTMLElement>(selector)?.focus();
  if (before.open !== after.open) {
    // On a phone the keyboard would cover what there is to read.
    focus(after.open ? (narrow() ? '.panel' : 'textarea') : '.launcher');
  } else if (before.fresh !== after.fresh && after.fresh) focus('textarea');
  else if (before.form.errors !== after.form.errors) focus('[aria-invalid]');
}
