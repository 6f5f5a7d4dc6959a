'use client';

import { useState } from 'react';
import { keptProactive, pauseProactive, publishProactive, updateProactive } from '@/lib/client/proactive';
import { useStoring } from '@/lib/client/use-save';
import type { ProactiveInput, ProactiveMessage, ProactiveStatus } from '@/lib/contracts/proactive';
import type { MessageBody } from './message-form';

export type Act = 'save' | 'publish' | 'pause';

/** Stores, publishes and pauses; `busy` is what is being done. */
export function useMessageSave(id: string, onStored: (message: ProactiveMessage, act: Act) => void) {
  const { run: store, busy, ...saving } = useStoring(keptProactive, id);
  const [doing, setDoing] = useState<Act>('save');
  const run = (act: Act, body: MessageBody, version: number, status: ProactiveStatus) => {
    setDoing(act);
    // Plain JSON on both sides; the contract describes the tree more loosely.
    const input = { ...body, status } as unknown as ProactiveInput;
    const work = async () => {
      const stored = act === 'pause' ? await pauseProactive(id) : await updateProactive(id, input, version);
      return act === 'publish' ? publishProactive(id) : stored;
    };
    return store(work, (stored) => onStored(stored, act));
  };
  return { ...saving, busy: busy ? doing : null, run };
}
