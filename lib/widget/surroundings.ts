import type { Session } from './protocol';
import type { Server } from './server';
import type { Action, State } from './state';
import type { Kept } from './storage';
import type { Tabs } from './tabs';

export type Page = { url: string; title: string; referrer?: string };

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
  /** For the page's own listeners (`signalbox('on', …)`). */
  emit(event: string, detail?: unknown): void;
};

/** What tabs tell each other. */
export type Shared = { action?: Action; session?: Session };
