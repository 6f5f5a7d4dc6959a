'use client';

import { type QueryClient, useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { Channel } from '@/lib/contracts/channel';
import type {
  PreviewInput,
  PreviewResult,
  ProactiveInput,
  ProactiveMessage,
  ProactiveQuery,
  ProactiveResults,
  ProactiveViewDetail,
  proactivePage,
} from '@/lib/contracts/proactive';
import { fetchJson } from './fetcher';
import { type RuleList, refreshRules, useRulePage, useRuleVerb } from './rule-list';
import { useRuleOrder } from './rule-order';

export type ProactivePage = z.output<typeof proactivePage>;

export const PROACTIVE: RuleList = { name: 'proactive', base: '/api/v1/proactive-messages' };
const BASE = PROACTIVE.base;

/** One page of the list; what was shown before stays until the answer is there. */
export const useProactivePage = (
  query: ProactiveQuery,
  initial: { query: ProactiveQuery; page: ProactivePage } | null,
) => useRulePage<ProactivePage, ProactiveQuery>(PROACTIVE, query, initial);

/** One verb on some messages. */
export const useProactiveVerb = () => useRuleVerb<ProactivePage>(PROACTIVE);

/** Sets all priorities; the list in view is in the new order before the server has answered. */
export const useProactiveOrder = () => useRuleOrder<ProactivePage>(PROACTIVE, ordered);

export const refreshProactive = (client: QueryClient) => refreshRules(client, PROACTIVE);

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

/** How a message is read again. */
export const keptProactive = { read: readProactive, refresh: refreshProactive };

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

/** One page of a visit: it does not change any more, but for a message shown late. */
export function useProactiveView(id: string) {
  return useQuery({
    queryKey: ['proactive', 'view', id],
    queryFn: ({ signal }) => fetchJson<ProactiveViewDetail>(`${BASE}/views/${id}`, { signal }),
    staleTime: 30_000,
  });
}

/** After a conversation ends, control returns to bots and proactive messages. */
export const releaseControl = () =>
  fetchJson('/api/v1/account', { method: 'PUT', body: { settings: { conversationControl: 'release' } } });

export type ChannelChoice = Pick<Channel, 'key' | 'name' | 'brand' | 'kind'>;

function ordered(page: ProactivePage, ids: readonly string[]): ProactivePage {
  const places = new Map(ids.map((id, index) => [id, index + 1]));
  const items = page.items.map((item) => ({ ...item, priority: places.get(item.id) ?? item.priority }));
  return { ...page, items: items.sort((a, b) => a.priority - b.priority) };
}
