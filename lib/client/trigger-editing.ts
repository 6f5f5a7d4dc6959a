'use client';

import { useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { eventSlice, wouldFireResult } from '@/lib/contracts/firing';
import type { RuleVersion, Trigger } from '@/lib/contracts/trigger';
import { fetchJson } from './fetcher';
import { inAddress } from './rule-list';
import { TRIGGERS } from './triggers';

export type EventSlice = z.output<typeof eventSlice>;
export type WouldFire = z.output<typeof wouldFireResult>;
/** What a trigger is made from: the body of POST and PUT. */
export type TriggerBody = Pick<
  Trigger,
  'name' | 'description' | 'active' | 'oncePerTicket' | 'channels' | 'on' | 'when' | 'do'
>;

const BASE = TRIGGERS.base;

export const createTrigger = (body: TriggerBody) => fetchJson<Trigger>(BASE, { method: 'POST', body });

/** @throws the server's `stale_version` when `version` is not the one that stands */
export const updateTrigger = (id: string, body: TriggerBody, version: number) =>
  fetchJson<Trigger>(`${BASE}/${id}`, { method: 'PUT', body: { ...body, version } });

export const readTrigger = (id: string) => fetchJson<Trigger>(`${BASE}/${id}`);

/** Who stored a version; null when the product did, or it cannot be told now. */
export async function readAuthor(id: string, version: number): Promise<string | null> {
  const answer = await fetchJson<{ items: RuleVersion[] }>(`${BASE}/${id}/versions`).catch(() => null);
  return answer?.items.find((each) => each.version === version)?.author ?? null;
}

export const restoreVersion = (id: string, version: number) =>
  fetchJson<Trigger>(`${BASE}/${id}/versions/${version}/restore`, { method: 'POST' });

/** On which of the last 200 events the rule would have fired. */
export const wouldFire = (trigger: Pick<TriggerBody, 'on' | 'when' | 'do'>) =>
  fetchJson<WouldFire>(`${BASE}/would-fire`, { method: 'POST', body: { trigger } });

/** What recent events of a type saw, to try a rule on. */
export function useRecentEvents(type: string) {
  return useQuery({
    queryKey: ['events', type],
    queryFn: ({ signal }) => fetchJson<EventSlice>(`/api/v1/events?${inAddress({ type, limit: 25 })}`, { signal }),
    staleTime: 60_000,
  });
}

/** An event with what rules saw at it. */
export const readEvent = (id: string) => fetchJson<EventSlice['items'][number]>(`/api/v1/events/${id}`);
