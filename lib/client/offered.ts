'use client';

/** What is connected offers to choose from: statuses of orders. */
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Integration, IntegrationOptions } from '@/lib/contracts/integration';
import type { Page } from '@/lib/contracts/list';
import { type Connector, connectors } from '@/lib/engine/definition';
import { fetchJson } from './fetcher';

/** `by`: the integration; null when none of the kind is active. */
export interface Offered extends IntegrationOptions {
  readonly by: { readonly id: string; readonly name: string } | null;
}

const NOTHING: Offered = { by: null, items: [], readAt: null, expiresAt: null, error: null, detail: null };

/** Of the active integration of a kind; `anew` asks the other side at once. */
export function useOffered(kind: Connector) {
  const client = useQueryClient();
  const { queryKey, ...query } = queryOf(kind);
  const { data, error } = useQuery({ queryKey, ...query });
  const anew = useMutation({
    mutationFn: () => read(kind, 'POST'),
    onSuccess: (offered) => client.setQueryData(queryKey, offered),
  });
  return { offered: data, error: anew.error ?? error, anew };
}

/** The names behind the ids, of all that was asked for on this page; asks for nothing by itself. */
export function useOfferedNames(): Partial<Record<Connector, readonly { key: string; name: string }[]>> {
  return useQueries({
    queries: connectors.map((kind) => ({ ...queryOf(kind), enabled: false })),
    combine: namesIn,
  });
}

function namesIn(answers: readonly { data: Offered | undefined }[]) {
  const named = connectors.flatMap((kind, index) => {
    const items = answers[index]?.data?.items ?? [];
    return items.length > 0 ? [[kind, items.map(({ id, name }) => ({ key: id, name }))] as const] : [];
  });
  return Object.fromEntries(named);
}

const queryOf = (kind: Connector) => ({
  queryKey: ['integrations', 'offered', kind],
  queryFn: () => read(kind, 'GET'),
  staleTime: 60_000,
});

async function read(kind: Connector, method: 'GET' | 'POST'): Promise<Offered> {
  const { items } = await fetchJson<Page<Integration>>(`/api/v1/integrations?kind=${kind}&pageSize=200`);
  const found = items.find(({ active }) => active);
  if (!found) return NOTHING;
  const options = await fetchJson<IntegrationOptions>(`/api/v1/integrations/${found.id}/options`, { method });
  return { ...options, by: { id: found.id, name: found.name } };
}
