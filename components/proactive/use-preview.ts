'use client';

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import type { SeenVerdict } from '@/components/rule-editor/editor-context';
import { verdictsByPath } from '@/components/rule-editor/use-try-it';
import { previewProactive } from '@/lib/client/proactive';
import type { PreviewInput, PreviewResult } from '@/lib/contracts/proactive';
import type { Trace } from '@/lib/engine/explain';
import type { MessageBody } from './message-form';

export type Visit = Pick<
  PreviewInput,
  'url' | 'title' | 'referrer' | 'language' | 'returning' | 'hoursSinceLastVisit' | 'metadata' | 'secondsOnPage'
>;

const START: Visit = {
  url: 'https://shop.example/',
  title: '',
  referrer: '',
  language: null,
  returning: false,
  hoursSinceLastVisit: null,
  metadata: {},
  secondsOnPage: 60,
};

export interface Preview {
  readonly visit: Visit;
  set(changes: Partial<Visit>): void;
  readonly result: PreviewResult | undefined;
  readonly failed: boolean;
  /** Of the message in the editor, by path. */
  readonly verdicts: Readonly<Record<string, SeenVerdict>>;
}

/** The message of the editor tried on a visit that one types, beside the channel's live ones; asked of the server. */
export function usePreview(id: string, body: MessageBody): Preview {
  const [visit, setVisit] = useState(START);
  const message = useDeferredValue(JSON.stringify({ ...body, status: 'draft' }));
  const typed = useDeferredValue(visit);
  const { data, isError } = useQuery({
    queryKey: ['proactive', 'preview', id, message, typed],
    queryFn: ({ signal }) =>
      previewProactive({ ...typed, message: JSON.parse(message), id, channel: body.channel }, signal),
    placeholderData: (before) => before,
    enabled: body.channel !== '',
    gcTime: 10_000,
    retry: false,
  });
  const own = data?.candidates.find((candidate) => candidate.id === id);
  const verdicts = useMemo(() => {
    if (!own) return {};
    // The trace of our own engine, which the contract describes more loosely.
    return verdictsByPath(own.trace as unknown as Trace);
  }, [own]);
  return {
    visit,
    set: (changes) => setVisit((before) => ({ ...before, ...changes })),
    result: data,
    failed: isError,
    verdicts,
  };
}
