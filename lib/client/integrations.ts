'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConnectionResult, Integration } from '@/lib/contracts/integration';
import type { Page } from '@/lib/contracts/list';
import { fetchJson } from './fetcher';

const INTEGRATIONS = '/api/v1/integrations';
const KEY = ['integrations'];

/** Looked at again now and then: how they are doing changes by itself. */
export function useIntegrations(initial: Page<Integration>) {
  return useQuery({
    queryKey: KEY,
    queryFn: () => fetchJson<Page<Integration>>(`${INTEGRATIONS}?pageSize=200`),
    initialData: initial,
    refetchInterval: 15_000,
  });
}

/** What a form holds: an empty secret of one that exists stays as it is kept. */
export interface IntegrationDraft {
  readonly kind: string;
  readonly name: string;
  readonly active: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
}

export function useSaveIntegration(existing: Integration | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, ...draft }: IntegrationDraft) =>
      existing
        ? fetchJson<Integration>(`${INTEGRATIONS}/${existing.id}`, {
            method: 'PUT',
            body: { ...draft, version: existing.version },
          })
        : fetchJson<Integration>(INTEGRATIONS, { method: 'POST', body: { kind, ...draft } }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** Tries what the form holds, without saving it. */
export function useTestDraft(existing: Integration | undefined) {
  return useMutation({
    mutationFn: ({ kind, settings, secrets, to }: IntegrationDraft & { to?: string }) =>
      fetchJson<ConnectionResult>(existing ? `${INTEGRATIONS}/${existing.id}/test` : `${INTEGRATIONS}/test`, {
        method: 'POST',
        body: { ...(existing ? {} : { kind }), settings, secrets, ...(to && { to }) },
      }),
  });
}

/** Tries one as it is stored; its health says so from then on. */
export function useTestIntegration() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => fetchJson<ConnectionResult>(`${INTEGRATIONS}/${id}/test`, { method: 'POST', body: {} }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
