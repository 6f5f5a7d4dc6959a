'use client';

import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type * as z from 'zod';
import type { Channel } from '@/lib/contracts/channel';
import type {
  PreviewInput,
  PreviewResult,
  ProactiveInput,
  ProactiveMessage,
  ProactiveQuery,
  ProactiveResults,
  proactivePage,
} from '@/lib/contracts/proactive';
import type { BulkInput, BulkResult } from '@/lib/contracts/trigger';
import { fetchJson } from './fetcher';

export type ProactivePage = z.output<typeof proactivePage>;

const LIST = ['proactive', 'list'] as const;
const BASE = '/api/v1/proactive-messages';

/** One page of the list; what was shown before stays until the answer is there. */
export function useProactivePage(
  query: ProactiveQuery,
  initial: { query: ProactiveQuery; page: ProactivePage } | null,
) {
  const hydrated = initial && JSON.stringify(initial.query) === JSON.stringify(query);
  return useQuery({
    queryKey: [...LIST, query],
    queryFn: ({ signal }) => fetchJson<ProactivePage>(`${BASE}?${search(query)}`, { signal }),
    placeholderData: keepPreviousData,
    ...(hydrated && { initialData: initial.page }),
  });
}

/** One verb on some messages. */
export function useProactiveVerb() {
  const client = useQueryClient();
  return useCallback(
    async (input: BulkInput): Promise<BulkResult> => {
      try {
        return await fetchJson<BulkResult>(`${BASE}/bulk`, { method: 'POST', body: input });
      } finally {
        refreshProactive(client);
      }
    },
    [client],
  );
}

/** Sets all priorities; the list in view is in the new order before the server has answered. */
export function useProactiveOrder() {
  const client = useQueryClient();
  return useCallback(
    async (ids: readonly string[]): Promise<void> => {
      await client.cancelQueries({ queryKey: LIST });
      const before = client.getQueriesData<ProactivePage>({ queryKey: LIST });
      client.setQueriesData<ProactivePage>({ queryKey: LIST }, (page) => page && ordered(page, ids));
      try {
        await fetchJson(`${BASE}/order`, { method: 'PUT', body: { ids } });
      } catch (error) {
        for (const [key, page] of before) client.setQueryData(key, page);
        throw error;
      } finally {
        refreshProactive(client);
      }
    },
    [client],
  );
}

export function refreshProactive(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['proactive'] });
}

export const createProactive = (body: ProactiveInput) => fetchJson<ProactiveMessage>(BASE, { method: 'POST', body });

/** @throws the server's `stale_version` when `version` is not the one that stands */
export const updateProactive = (id: string, body: ProactiveInput, version: number) =>
  fetchJson<ProactiveMessage>(`${BASE}/${id}`, { method: 'PUT', body: { ...body, version } });

export const readProactive = (id: string) => fetchJson<ProactiveMessage>(`${BASE}/${id}`);
export const cloneProactive = (id: string) => fetchJson<ProactiveMessage>(`${BASE}/${id}/clone`, { method: 'POST' });
export const publishProactive = (id: string) =>
  fetchJson<ProactiveMessage>(`${BASE}/${id}/activate`, { method: 'POST' });
export const pauseProactive = (id: string) =>
  fetchJson<ProactiveMessage>(`${BASE}/${id}/deactivate`, { method: 'POST' });
export const restoreProactiveVersion = (id: string, version: number) =>
  fetchJson<ProactiveMessage>(`${BASE}/${id}/versions/${version}/restore`, { method: 'POST' });

/** Which message a typed visit would see. */
export const previewProactive = (visit: Partial<PreviewInput>, signal?: AbortSignal) =>
  fetchJson<PreviewResult>(`${BASE}/preview`, { method: 'POST', body: visit, signal });

export function useProactiveResults(id: string) {
  return useQuery({
    queryKey: ['proactive', 'results', id],
    queryFn: ({ signal }) => fetchJson<ProactiveResults>(`${BASE}/${id}/results`, { signal }),
    staleTime: 30_000,
  });
}

/** After a conversation ends, control returns to bots and proactive messages. */
export const releaseControl = () =>
  fetchJson('/api/v1/account', { method: 'PUT', body: { settings: { conversationControl: 'release' } } });

export const PROACTIVE_EXPORT = `${BASE}/export`;

export type ChannelChoice = Pick<Channel, 'key' | 'name' | 'brand' | 'kind'>;

function ordered(page: ProactivePage, ids: readonly string[]): ProactivePage {
  const places = new Map(ids.map((id, index) => [id, index + 1]));
  const items = page.items.map((item) => ({ ...item, priority: places.get(item.id) ?? item.priority }));
  return { ...page, items: items.sort((a, b) => a.priority - b.priority) };
}

function search(values: object): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
}
