import type { Element } from './dom/node';
import type { Attachment, DetailField, Session } from './protocol';
import type { Server } from './server';
import type { Sessions } from './session';
import type { Action, State } from './state';
import type { Kept } from './storage';
import type { Store } from './store';
import type { Tabs } from './tabs';
import type { Frame } from './view/frame';

/** `metadata`: what the page says of itself beside that. */
export type Page = { url: string; title: string; referrer?: string; metadata?: unknown };

/** All that the widget at work needs of the browser; tests give their own. */
export type Surroundings = {
  /** Address of the protocol, without a slash at the end. */
  base: string;
  channel: string;
  server: Server;
  kept: Kept;
  /** As `kept`, for this tab alone. */
  keptHere: Kept;
  tabs: Tabs<Shared>;
  page(): Page;
  /** `lang` of the page, and the browser's language; empty where unknown. */
  language(): string;
  browserLanguage: string;
  visible(): boolean;
  show(state: State): void;
  /** Loads what only some conversations need; rejects when that does not work this time. */
  more(): Promise<More>;
  /** For the page's own listeners (`signalbox('on', …)`). */
  emit(event: string, detail?: unknown): void;
};

/** What tabs tell each other: a session, what happened to its customer, or (without either) that somebody signed out. */
export type Shared = { action?: Action; customer?: string; session?: Session };

/** What `widget-more.js` holds. */
export type More = {
  style: string;
  /** What the conversation asks for. */
  Form(frame: Frame): Element | null;
  /** Files that travel with the next message. */
  Uploads(frame: Frame): Element | null;
  start(around: Surroundings, store: Store, sessions: Sessions): MoreActs;
};

export type MoreActs = {
  attach(files: readonly File[]): void;
  remove(key: string): void;
  /** The files that are ready, which leave the list. */
  take(): readonly Attachment[];
  answerForm(values: Readonly<Partial<Record<DetailField, string>>>): Promise<void>;
};
