'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccountStatus } from '@/lib/contracts/account-status';
import type { Agent } from '@/lib/contracts/agent';
import type { Page } from '@/lib/contracts/list';
import { fetchJson } from './fetcher';
import { presenceKeys } from './workspace-keys';

type Area = 'team' | 'groups' | 'brands' | 'account' | 'statuses' | 'inboxes' | 'inbox-groups';

/** A whole list of the organisation; it is short. */
export function useOrganisation<T>(area: Area, initial: Page<T>) {
  return useQuery({
    queryKey: [area],
    queryFn: () => fetchJson<Page<T>>(`/api/v1/${area}?pageSize=200`),
    initialData: initial,
  });
}

/** One page of a list of the organisation; what was shown before stays until the answer is there. */
export function useOrganisationPage<T>(area: Area, query: object, initial: { query: object; page: Page<T> }) {
  const search = searchOf(query);
  return useQuery({
    queryKey: [area, search],
    queryFn: ({ signal }) => fetchJson<Page<T>>(`/api/v1/${area}?${search}`, { signal }),
    placeholderData: keepPreviousData,
    ...(search === searchOf(initial.query) && { initialData: initial.page }),
  });
}

/** Who is online, as rules see it. */
export function useAccountStatus(initial: AccountStatus): AccountStatus {
  const { data } = useQuery({
    queryKey: presenceKeys.account,
    queryFn: ({ signal }) => fetchJson<AccountStatus>('/api/v1/account/status', { signal }),
    initialData: initial,
  });
  return data;
}

/** Every agent of the account, for choosing among them. */
export function useAllAgents() {
  return useQuery({
    queryKey: ['agents', 'all'],
    queryFn: async ({ signal }) => {
      const agents: Agent[] = [];
      for (let page = 1; ; page++) {
        const { items, total } = await fetchJson<Page<Agent>>(`/api/v1/agents?pageSize=200&page=${page}`, { signal });
        agents.push(...items);
        if (agents.length >= total || items.length === 0) return agents;
      }
    },
  });
}

function searchOf(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
}

export interface OrganisationCall {
  /** Below the area's address, e.g. `/<id>/deactivate`. */
  path?: string;
  method: 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
}

/** Changes something of the area and reads its list again. `T` is the contract's answer. */
export function useChangeOrganisation<T = unknown>(area: Area) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path = '', method, body }: OrganisationCall) =>
      fetchJson<T>(`/api/v1/${area}${path}`, { method, body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: presenceKeys.account });
      return client.invalidateQueries({ queryKey: [area] });
    },
  });
}
