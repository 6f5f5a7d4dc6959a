'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { createBot, readBot, refreshBots, updateBot } from '@/lib/client/bots';
import { Problem, problemText } from '@/lib/client/fetcher';
import type { Bot } from '@/lib/contracts/bot';
import type { BotBody } from './draft';

export interface SaveFailure {
  /** What belongs to no field. */
  readonly text: string | null;
  readonly byPath: Readonly<Record<string, string>>;
}

/** Stores the bot; keeps what the server refused, and what somebody else saved meanwhile. */
export function useSave(id: string | null, onStored: (stored: Bot) => void) {
  const errors = useTranslations('errors');
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SaveFailure | null>(null);
  const [theirs, setTheirs] = useState<Bot | null>(null);

  const explain = async (error: unknown) => {
    if (error instanceof Problem && error.code === 'stale_version' && id !== null) {
      try {
        return setTheirs(await readBot(id));
      } catch {
        // The newer version cannot be read now: the refusal itself is told instead.
      }
    }
    const issues = error instanceof Problem ? error.issues : [];
    setFailure({
      text: issues.length > 0 ? null : problemText(error, errors('code.unavailable')),
      byPath: Object.fromEntries(issues.map((each) => [each.path, each.message]).reverse()),
    });
  };
  const save = async (body: BotBody, version: number) => {
    setBusy(true);
    setFailure(null);
    try {
      const stored = id === null ? await createBot(body) : await updateBot(id, body, version);
      setTheirs(null);
      refreshBots(client);
      onStored(stored);
    } catch (error) {
      await explain(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, theirs, save, settle: () => setTheirs(null), forget: () => setFailure(null) };
}
