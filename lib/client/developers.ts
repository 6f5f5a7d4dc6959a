'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EventResult } from '@/lib/contracts/event';
import type { Page, Slice } from '@/lib/contracts/list';
import type { NewToken, Token, TokenInput } from '@/lib/contracts/token';
import type { Delivery, NewWebhook, Webhook, WebhookInput } from '@/lib/contracts/webhook';
import { fetchJson } from './fetcher';

const TOKENS = '/api/v1/tokens';
const WEBHOOKS = '/api/v1/webhooks';

export function useTokens(initial: Page<Token>) {
  return useQuery({
    queryKey: ['tokens'],
    queryFn: () => fetchJson<Page<Token>>(`${TOKENS}?pageSize=200`),
    initialData: initial,
  });
}

export function useCreateToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TokenInput) => fetchJson<NewToken>(TOKENS, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tokens'] }),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => fetchJson(`${TOKENS}/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tokens'] }),
  });
}

/** Sends what was typed, as it was typed: the API says what is wrong with it. */
export function useSendEvents() {
  return useMutation({
    mutationFn: (body: unknown) => fetchJson<{ results: EventResult[] }>('/api/v1/events', { method: 'POST', body }),
  });
}

export function useWebhooks(initial: Page<Webhook>) {
  return useQuery({
    queryKey: ['webhooks'],
    queryFn: () => fetchJson<Page<Webhook>>(`${WEBHOOKS}?pageSize=200`),
    initialData: initial,
  });
}

export function useChangeWebhooks() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['webhooks'] });
  return {
    create: useMutation({
      mutationFn: (body: WebhookInput) => fetchJson<NewWebhook>(WEBHOOKS, { method: 'POST', body }),
      onSuccess: refresh,
    }),
    change: useMutation({
      mutationFn: ({ id, ...body }: Partial<WebhookInput> & { id: string }) =>
        fetchJson<Webhook>(`${WEBHOOKS}/${id}`, { method: 'PUT', body }),
      onSuccess: refresh,
    }),
    remove: useMutation({
      mutationFn: (id: string) => fetchJson(`${WEBHOOKS}/${id}`, { method: 'DELETE' }),
      onSuccess: refresh,
    }),
  };
}

export function useDeliveries(webhook: string | null) {
  return useQuery({
    queryKey: ['webhooks', webhook, 'deliveries'],
    enabled: webhook !== null,
    queryFn: () => fetchJson<Slice<Delivery>>(`${WEBHOOKS}/${webhook}/deliveries?limit=50`),
    refetchInterval: 5_000,
  });
}

/** Sends a failed or cancelled delivery again, under the same id. */
export function useRetryDelivery(webhook: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      fetchJson<Delivery>(`${WEBHOOKS}/${webhook}/deliveries/${encodeURIComponent(id)}/retry`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['webhooks', webhook, 'deliveries'] }),
  });
}
