'use client';

import type { Firing } from '@/lib/contracts/firing';
import { fetchJson } from './fetcher';

/** Tries a failed step again. @throws the server's `conflict` when it no longer stands as failed */
export function retryStep(firingId: string, step: number): Promise<Firing> {
  return fetchJson<Firing>(`/api/v1/firings/${firingId}/steps/${step}/retry`, { method: 'POST' });
}
