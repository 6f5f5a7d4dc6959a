import type { Piece } from './links';
import type { Server } from './server';
import type { State } from './state';
import type { Kept } from './storage';
import type { Page } from './surroundings';

/** What `widget-proactive.js` gets of the widget. */
export type Hooks = {
  server: Server;
  kept: Kept;
  channel: string;
  /** Of the browser. */
  language: string;
  /** The widget's shadow root. */
  root: ShadowRoot;
  /** Cuts a text into plain pieces and links. */
  pieces(text: string): Piece[];
  state(): State;
  page(): Page;
  /** A session, made now if there is none. */
  ensure(): Promise<void>;
  on(event: string, listener: (detail: unknown) => void): () => void;
  onRoute(listener: () => void): void;
  /** Opens the widget with the message as its first one; what the visitor writes answers it. */
  answer(message: { id: string; text: string }): void;
};
