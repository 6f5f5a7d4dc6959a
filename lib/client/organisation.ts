'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Page } from '@/lib/contracts/list';
import { fetchJson } from './fetcher';

type Area = 'team' | 'groups' | 'brands' | 'account';

/** A whole list of the organisation; it is short. */
export function useOrganisation<T>(area: Area, initial: Page<T>) {
  return useQuery({
    queryKey: [area],
    queryFn: () => fetchJson<Page<T>>(`/api/v1/${area}?pageSize=200`),
    initialData: initial,
  });
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
    onSuccess: () => client.invalidateQueries({ queryKey: [area] }),
  });
}
