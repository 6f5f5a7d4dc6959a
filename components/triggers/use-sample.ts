'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import type { Sample } from '@/components/rule-editor/use-try-it';
import type { StoredEvent } from '@/lib/contracts/firing';
import type { Facts } from '@/lib/engine/value';
import { useFormats } from '@/lib/i18n/use-formats';

/** Of an event what a rule can be tried on. */
export type EventSeen = Pick<StoredEvent, 'id' | 'type' | 'occurredAt' | 'facts' | 'customer' | 'conversation'>;

/** An event as something to try a rule on; undefined when it kept no facts. */
export function useToSample(): (event: EventSeen) => Sample | undefined {
  const t = useTranslations('rules.would');
  const formats = useFormats();
  return useCallback(
    ({ id, type, occurredAt, facts, customer, conversation }) => {
      if (facts === null) return undefined;
      const who = customer?.name ?? conversation ?? t('someone');
      const label = t('sample', { who, time: formats.relative(occurredAt) });
      // Stored by the runtime as the engine's facts.
      return { id, event: type, at: occurredAt, facts: facts as Facts, label };
    },
    [t, formats],
  );
}

export function useSample(event: EventSeen | null): Sample | null {
  const toSample = useToSample();
  return useMemo(() => (event ? (toSample(event) ?? null) : null), [event, toSample]);
}
