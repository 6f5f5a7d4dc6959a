'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Problem } from '@/lib/client/fetcher';
import {
  pauseProactive,
  publishProactive,
  readProactive,
  refreshProactive,
  updateProactive,
} from '@/lib/client/proactive';
import { problemText } from '@/lib/client/problem-text';
import type { ProactiveInput, ProactiveMessage, ProactiveStatus } from '@/lib/contracts/proactive';
import type { MessageBody } from './message-form';

export interface SaveFailure {
  /** What to say above the form; null when every problem has a place of its own. */
  text: string | null;
  byPath: Readonly<Record<string, string>>;
}

export type Act = 'save' | 'publish' | 'pause';

/** Stores, publishes and pauses. A version saved by somebody else meanwhile is fetched, so that both can be shown. */
export function useMessageSave(id: string, onStored: (message: ProactiveMessage, act: Act) => void) {
  const errors = useTranslations('errors.code');
  const client = useQueryClient();
  const [busy, setBusy] = useState<Act | null>(null);
  const [failure, setFailure] = useState<SaveFailure | null>(null);
  const [theirs, setTheirs] = useState<ProactiveMessage | null>(null);

  const run = async (act: Act, body: MessageBody, version: number, status: ProactiveStatus) => {
    setBusy(act);
    setFailure(null);
    try {
      // Plain JSON on both sides; the contract describes the tree more loosely.
      const input = { ...body, status } as unknown as ProactiveInput;
      let stored = act === 'pause' ? await pauseProactive(id) : await updateProactive(id, input, version);
      if (act === 'publish') stored = await publishProactive(id);
      setTheirs(null);
      refreshProactive(client);
      onStored(stored, act);
    } catch (error) {
      await explain(error);
    } finally {
      setBusy(null);
    }
  };

  const explain = async (error: unknown) => {
    if (error instanceof Problem && error.code === 'stale_version') {
      try {
        return setTheirs(await readProactive(id));
      } catch {
        // The newer version cannot be read now: the refusal itself is told instead.
      }
    }
    const byPath =
      error instanceof Problem ? Object.fromEntries(error.issues.map((each) => [each.path, each.message])) : {};
    const text = Object.keys(byPath).length > 0 ? null : problemText(error, errors('unavailable'));
    setFailure({ text, byPath });
  };

  return { busy, failure, theirs, run, settle: () => setTheirs(null), forget: () => setFailure(null) };
}
