'use client';

import type { Customer, CustomerChange, CustomerDetail } from '@/lib/contracts/customer';
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
export const findCustomers = (search: string, signal?: AbortSignal) =>
  fetchJson<Page<Customer>>(`${BASE}?${new URLSearchParams({ search, kind: 'identified', pageSize: '8' })}`, {
    signal,
  });
