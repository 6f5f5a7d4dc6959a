'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { TicketQuery, TicketSlice, TicketsChange, TicketsChanged } from '@/lib/contracts/ticket';
import { fetchJson } from './fetcher';
import { onLiveEvent } from './live';

const BASE = '/api/v1/tickets';
const KEY = 'tickets';
/** Changes of a moment are read together. */
const SETTLE_MS = 800;

/**
 * A part of the list; what was shown before stays until the answer is there.
 * @param address what the query means now: days move while the address stays
 * @param initial what the server has rendered, for this address
 */
export function useTicketSlice(address: string, query: () => TicketQuery, initial: TicketSlice | undefined) {
  return useQuery({
    queryKey: [KEY, address],
    queryFn: ({ signal }) => fetchJson<TicketSlice>(`${BASE}?${searchOf(query())}`, { signal }),
    placeholderData: keepPreviousData,
    initialData: initial,
    refetchInterval: 60_000,
  });
}

/** Reads the list again when a conversation that one may see has changed. */
export function useTicketUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onLiveEvent(({ type }) => {
      if (!['conversation', 'gone', 'hello', 'poll'].includes(type) || timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: [KEY] });
      }, SETTLE_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client]);
}

/** The same change to several; answers what was done and what was refused. @throws Problem */
export function useChangeTickets(): (change: TicketsChange) => Promise<TicketsChanged> {
  const client = useQueryClient();
  return async (body) => {
    try {
      return await fetchJson<TicketsChanged>(BASE, { method: 'PATCH', body });
    } finally {
      void client.invalidateQueries({ queryKey: [KEY] });
    }
  };
}

function searchOf(query: TicketQuery): string {
  return new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
}
