'use client';

import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type * as z from 'zod';
import type { eventSlice, wouldFireResult } from '@/lib/contracts/firing';
import type {
  BulkInput,
  BulkResult,
  ImportQuery,
  ImportResult,
  RuleVersion,
  Trigger,
  TriggerBulkInput,
  TriggerQuery,
  triggerPage,
} from '@/lib/contracts/trigger';
import { fetchJson } from './fetcher';

export type TriggerPage = z.output<typeof triggerPage>;
export type EventSlice = z.output<typeof eventSlice>;
export type WouldFire = z.output<typeof wouldFireResult>;
/** What a trigger is made from: the body of POST and PUT. */
export type TriggerBody = Pick<
  Trigger,
  'name' | 'description' | 'active' | 'oncePerTicket' | 'channels' | 'on' | 'when' | 'do'
>;

const LIST = ['triggers', 'list'] as const;
const BASE = '/api/v1/triggers';

/** One page of the list; what was shown before stays until the answer is there. */
export function useTriggerPage(query: TriggerQuery, initial: { query: TriggerQuery; page: TriggerPage } | null) {
  const hydrated = initial && JSON.stringify(initial.query) === JSON.stringify(query);
  return useQuery({
    queryKey: [...LIST, query],
    queryFn: ({ signal }) => fetchJson<TriggerPage>(`${BASE}?${search(query)}`, { signal }),
    placeholderData: keepPreviousData,
    ...(hydrated && { initialData: initial.page }),
  });
}

/** One verb on some triggers; the lists in view show the outcome before the server has answered. */
export function useTriggerVerb() {
  const client = useQueryClient();
  return useCallback(
    async (input: TriggerBulkInput): Promise<BulkResult> => {
      await client.cancelQueries({ queryKey: LIST });
      const before = client.getQueriesData<TriggerPage>({ queryKey: LIST });
      client.setQueriesData<TriggerPage>({ queryKey: LIST }, (page) =>
        page && 'ids' in input ? expected(page, input) : page,
      );
      try {
        return await fetchJson<BulkResult>(`${BASE}/bulk`, { method: 'POST', body: input });
      } catch (error) {
        for (const [key, page] of before) client.setQueryData(key, page);
        throw error;
      } finally {
        refreshTriggers(client);
      }
    },
    [client],
  );
}

export function refreshTriggers(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['triggers'] });
}

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

export const importTriggers = (entries: unknown, options: ImportQuery) =>
  fetchJson<ImportResult>(`${BASE}/import?${search(options)}`, { method: 'POST', body: entries });

/** On which of the last 200 events the rule would have fired. */
export const wouldFire = (trigger: Pick<TriggerBody, 'on' | 'when' | 'do'>) =>
  fetchJson<WouldFire>(`${BASE}/would-fire`, { method: 'POST', body: { trigger } });

/** What recent events of a type saw, to try a rule on. */
export function useRecentEvents(type: string) {
  return useQuery({
    queryKey: ['events', type],
    queryFn: ({ signal }) => fetchJson<EventSlice>(`/api/v1/events?${search({ type, limit: 25 })}`, { signal }),
    staleTime: 60_000,
  });
}

export const EXPORT_ADDRESS = `${BASE}/export`;

function search(values: object): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
}

/** The page as it will be when the verb has succeeded. */
function expected(page: TriggerPage, { verb, ids }: BulkInput): TriggerPage {
  const meant = page.items.filter(({ id }) => ids.includes(id));
  if (verb === 'restore' || meant.length === 0) return page;
  const { counts } = page;
  if (verb === 'delete') {
    const active = meant.filter((each) => each.active).length;
    return {
      items: page.items.filter(({ id }) => !ids.includes(id)),
      total: page.total - meant.length,
      counts: {
        all: counts.all - meant.length,
        active: counts.active - active,
        inactive: counts.inactive - (meant.length - active),
        broken: counts.broken - meant.filter((each) => each.broken).length,
      },
    };
  }
  const active = verb === 'activate';
  const changed = meant.filter((each) => each.active !== active).length * (active ? 1 : -1);
  return {
    ...page,
    items: page.items.map((each) => (ids.includes(each.id) ? { ...each, active } : each)),
    counts: { ...counts, active: counts.active + changed, inactive: counts.inactive - changed },
  };
}
