'use client';

import { createContext, useContext } from 'react';

interface BotEditorContext {
  /** The language that texts are written in at the moment; null: the bot's own. */
  readonly variant: string | null;
  readonly mayWrite: boolean;
  /** What is wrong, by path (`answers[0].title`), in the reader's language. */
  readonly errors: Readonly<Record<string, string>>;
  readonly groups: readonly { key: string; name: string }[];
  /** What quick replies can lead to. */
  readonly answers: readonly { key: string; title: string }[];
  /** Names of the proactive messages that run each answer, by its key. */
  readonly runBy: Readonly<Record<string, readonly string[]>>;
}

const Context = createContext<BotEditorContext | null>(null);
export const BotEditorProvider = Context.Provider;

/** Throws outside a bot editor. */
export function useBotEditor(): BotEditorContext {
  const context = useContext(Context);
  if (!context) throw new Error('Only inside a bot editor');
  return context;
}
