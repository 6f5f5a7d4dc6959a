'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Problem } from '@/lib/client/fetcher';
import { problemText } from '@/lib/client/problem-text';
import {
  createTrigger,
  readAuthor,
  readTrigger,
  refreshTriggers,
  type TriggerBody,
  updateTrigger,
} from '@/lib/client/triggers';
import type { Trigger } from '@/lib/contracts/trigger';

export interface SaveFailure {
  /** What to say above the form; null when every problem has a place of its own. */
  text: string | null;
  byPath: Readonly<Record<string, string>>;
}

/** What somebody else stored, and who. */
export interface SavedMeanwhile {
  trigger: Trigger;
  author: string | null;
}

/** Stores the trigger. A version saved by somebody else meanwhile is fetched, so that both can be shown. */
export function useSave(id: string | null, onStored: (trigger: Trigger) => void) {
  const errors = useTranslations('errors.code');
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SaveFailure | null>(null);
  const [theirs, setTheirs] = useState<SavedMeanwhile | null>(null);

  const save = async (body: TriggerBody, version: number) => {
    setBusy(true);
    setFailure(null);
    try {
      const stored = id === null ? await createTrigger(body) : await updateTrigger(id, body, version);
      setTheirs(null);
      refreshTriggers(client);
      onStored(stored);
    } catch (error) {
      await explain(error);
    } finally {
      setBusy(false);
    }
  };

  const explain = async (error: unknown) => {
    const otherwise = errors('unavailable');
    if (error instanceof Problem && error.code === 'stale_version' && id !== null) {
      try {
        const trigger = await readTrigger(id);
        return setTheirs({ trigger, author: await readAuthor(id, trigger.version) });
      } catch {
        // The newer version cannot be read now: the refusal itself is told instead.
      }
    }
    const byPath =
      error instanceof Problem ? Object.fromEntries(error.issues.map((each) => [each.path, each.message])) : {};
    setFailure({ text: Object.keys(byPath).length > 0 ? null : problemText(error, otherwise), byPath });
  };

  return { busy, failure, theirs, save, settle: () => setTheirs(null), forget: () => setFailure(null) };
}
