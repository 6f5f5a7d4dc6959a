'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Customer, CustomerChange, CustomerDetail, Erasure, MergePreview } from '@/lib/contracts/customer';
import type { Page } from '@/lib/contracts/list';
import { fetchJson } from './fetcher';

const BASE = '/api/v1/customers';
const one = (id: string) => `${BASE}/${encodeURIComponent(id)}`;

export const changeCustomer = (id: string, body: CustomerChange) =>
  fetchJson<CustomerDetail>(one(id), { method: 'PUT', body });

export const suspendCustomer = (id: string, body: { scope: 'messaging' | 'all'; reason: string }) =>
  fetchJson(`${one(id)}/suspension`, { method: 'PUT', body });

export const liftSuspension = (id: string) => fetchJson(`${one(id)}/suspension`, { method: 'DELETE' });

/** Identified ones whose name, address or id holds the text. */
const findCustomers = (search: string, signal?: AbortSignal) =>
  fetchJson<Page<Customer>>(`${BASE}?${new URLSearchParams({ search, kind: 'identified', pageSize: '8' })}`, {
    signal,
  });

/** Identified ones that match, once something is typed. */
export function useCustomerSearch(search: string) {
  return useQuery({
    queryKey: ['customers', 'search', search],
    enabled: search !== '',
    queryFn: ({ signal }) => findCustomers(search, signal),
    placeholderData: keepPreviousData,
  });
}

/** What merging `id` into the chosen one would do. */
export function useMergePreview(id: string, into: string | null) {
  return useQuery({
    queryKey: ['customers', id, 'merge', into],
    enabled: into !== null,
    queryFn: ({ signal }) =>
      fetchJson<MergePreview>(`${one(id)}/merge?${new URLSearchParams({ into: into ?? '' })}`, { signal }),
  });
}

export const mergeCustomer = (id: string, into: string) =>
  fetchJson<CustomerDetail>(`${one(id)}/merge`, { method: 'POST', body: { into } });

/** The address of everything that is kept about a person, as a file. */
export const exportAddress = (id: string) => `${one(id)}/export`;

/** What erasing would remove, and what stays. */
export function useErasurePreview(id: string) {
  return useQuery({
    queryKey: ['customers', id, 'erasure'],
    queryFn: ({ signal }) => fetchJson<Erasure>(`${one(id)}/erasure`, { signal }),
    staleTime: 0,
  });
}

export const eraseCustomer = (id: string) => fetchJson<Erasure>(one(id), { method: 'DELETE' });
