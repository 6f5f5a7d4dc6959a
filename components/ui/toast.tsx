'use client';

/** Undo stays possible this long, and longer while hovered or focused. */
export const UNDO_MS = 8_000;
const PLAIN_MS = 4_000;

/** One line about what happened. Errors that need an act are notices in place, not toasts. */
export function toast(text: string): void {
  void show(text);
}

/** What happened, with Undo for 8 s. `undo` may be asynchronous; the toast closes at once. */
export function toastUndo(text: string, undo: () => unknown, options: UndoOptions = {}): void {
  void show(text, undo, options);
}

export interface UndoOptions {
  /** Runs when it has closed without Undo: for what is only done then. */
  settle?: () => unknown;
  /** Takes the place of the toast that had the same id. */
  id?: string;
}

/** sonner and what it shows are fetched with the first toast (or by the idle Toaster), so that no page waits for it. */
async function show(text: string, undo?: () => unknown, { settle, id: same }: UndoOptions = {}) {
  const [{ toast: sonner }, { ToastBody }] = await Promise.all([import('sonner'), import('./toast-body')]);
  sonner.custom(
    (id) => (
      <ToastBody
        text={text}
        undo={undo}
        duration={undo ? UNDO_MS : PLAIN_MS}
        close={() => sonner.dismiss(id)}
        settle={settle}
      />
    ),
    { duration: Number.POSITIVE_INFINITY, unstyled: true, ...(same && { id: same }) },
  );
}
