import type { State } from '../state';

/** How near to the end still counts as being at the end, in px. */
export const near = 80;

/**
 * Call before the log changes, and the answer after: a reader who was at the end stays there (own messages always lead
 * there), everybody else keeps the lines in view, also when older messages come in above.
 */
export function keepPlace(root: ShadowRoot, before: State): (after: State) => void {
  const log = root.querySelector('.log');
  const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = log ?? {};
  return (after) => {
    const now = root.querySelector('.log');
    if (!now) return;
    const wrote = after.outbox.length > before.outbox.length;
    const atEnd = scrollHeight - scrollTop - clientHeight < near;
    if (!log || wrote || (atEnd && !after.loadingOlder && !before.loadingOlder)) now.scrollTop = now.scrollHeight;
    else if (before.loadingOlder && !after.loadingOlder) now.scrollTop = scrollTop + now.scrollHeight - scrollHeight;
  };
}
