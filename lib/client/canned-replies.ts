'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CannedReply, CannedReplyInput, RenderedReply } from '@/lib/contracts/canned-reply';
import type { Page } from '@/lib/contracts/list';
import { fetchJson } from './fetcher';

const BASE = '/api/v1/canned-replies';
const KEY = ['canned-replies'] as const;

export interface CannedReplyFilter {
  search: string;
  scope: '' | 'own' | 'shared';
  page: number;
  pageSize: number;
}

/** A page of own and shared replies; what was shown before stays until the answer is there. */
export function useCannedReplies(filter: CannedReplyFilter, { enabled = true, initial }: CannedReplyOptions = {}) {
  return useQuery({
    queryKey: [...KEY, filter],
    queryFn: ({ signal }) => fetchJson<Page<CannedReply>>(`${BASE}?${search(filter)}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled,
    ...(initial && { initialData: initial }),
  });
}

interface CannedReplyOptions {
  enabled?: boolean;
  initial?: Page<CannedReply>;
}

/** Creates one, or changes the one with `id`. */
export function useSaveCannedReply() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id?: string; body: CannedReplyInput }) =>
      fetchJson<CannedReply>(id ? `${BASE}/${id}` : BASE, { method: id ? 'PUT' : 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useDeleteCannedReply() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => fetchJson(`${BASE}/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** Its text with the placeholders filled in for a conversation. */
export function renderCannedReply(id: string, conversation: string): Promise<RenderedReply> {
  return fetchJson<RenderedReply>(`${BASE}/${id}/render`, { method: 'POST', body: { conversation } });
}

function search(filter: CannedReplyFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== '');
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
}
