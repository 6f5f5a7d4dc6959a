/** `signalbox(command, …)`: what pages can say to the widget. Documented in `docs/widget.md`. */
import type { Live } from './live';
import type { Refusal } from './server';
import type { Page } from './surroundings';

type Listener = (detail: unknown) => void;

export type Api = ((command: string, ...given: unknown[]) => unknown) & { q?: ArrayLike<unknown>[] };

export type Emitter = {
  on(event: string, listener: Listener): () => void;
  emit(event: string, detail?: unknown): void;
};

export function openEmitter(): Emitter {
  const listeners = new Map<string, Set<Listener>>();
  return {
    on(event, listener) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(listener));
      return () => all.delete(listener);
    },
    emit(event, detail) {
      for (const listener of listeners.get(event) ?? []) {
        // One listener's mistake is not the widget's.
        queueMicrotask(() => listener(detail));
      }
    },
  };
}

export type Given = Emitter & {
  /** What the page says about itself, until the address changes. */
  page(page: Partial<Page>): void;
  language(language: string): void;
};

export function openApi({ acts, state, identify, reset }: Live, { on, emit, page, language }: Given): Api {
  // What pages give is checked by the server.
  const commands: Record<string, (...given: never[]) => unknown> = {
    open: () => acts.open(true),
    close: () => acts.open(false),
    toggle: () => acts.open(!state().open),
    identify: (jwt: string) =>
      identify(jwt).catch(({ problem }: Refusal) => emit('error', problem?.errors?.[0] ?? problem)),
    page,
    language,
    on,
    reset,
  };
  return (command, ...given) =>
    Object.hasOwn(commands, command)
      ? commands[command]?.(...(given as never[]))
      : console.warn(`signalbox: there is no command "${command}"`);
}
