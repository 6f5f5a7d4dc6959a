'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Account, AccountSettings } from '@/lib/contracts/account';
import type { Change } from '@/lib/contracts/change';
import type {
  Channel,
  ChannelChange,
  ChannelInput,
  ChannelQuery,
  ChannelSighting,
  ChannelSummary,
} from '@/lib/contracts/channel';
import type {
  ChannelKey,
  ChannelKeyChange,
  ChannelKeyInput,
  JwtTest,
  NewChannelKey,
} from '@/lib/contracts/channel-key';
import type { Page, Slice } from '@/lib/contracts/list';
import type { ChannelResponses, ResponsesChange } from '@/lib/contracts/responses';
import { fetchJson, sendFile } from './fetcher';

export type ChannelPage = Page<ChannelSummary>;

const BASE = '/api/v1/channels';
const ALL = ['channels'] as const;
const LIST = [...ALL, 'list'] as const;

export const CHANNEL_LISTS: readonly unknown[] = LIST;
export const channelAddress = (id: string) => `${BASE}/${id}`;

/** One page of the list; what was shown before stays until the answer is there. */
export function useChannelPage(query: ChannelQuery, initial: { query: ChannelQuery; page: ChannelPage }) {
  const hydrated = JSON.stringify(initial.query) === JSON.stringify(query);
  return useQuery({
    queryKey: [...LIST, query],
    queryFn: ({ signal }) => fetchJson<ChannelPage>(`${BASE}?${search(query)}`, { signal }),
    placeholderData: keepPreviousData,
    ...(hydrated && { initialData: initial.page }),
  });
}

export function useCreateChannel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ChannelInput) => fetchJson<Channel>(BASE, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

/** Shown in the lists before the server has answered, and taken back when it refuses. */
export function useActivateChannel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, active }: { id: string; active: boolean }) => updateChannel(id, { active }),
    onMutate: async ({ id, active }) => {
      await client.cancelQueries({ queryKey: LIST });
      const before = client.getQueriesData<ChannelPage>({ queryKey: LIST });
      client.setQueriesData<ChannelPage>({ queryKey: LIST }, (page) => page && withActive(page, id, active));
      return before;
    },
    onError: (_error, _change, before = []) => {
      for (const [key, page] of before) client.setQueryData(key, page);
    },
    onSettled: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

/** @throws the server's `stale_version` when the body's version is not the one that stands */
export const updateChannel = (id: string, body: ChannelChange) =>
  fetchJson<Channel>(channelAddress(id), { method: 'PUT', body });

export const readChannel = (id: string) => fetchJson<Channel>(channelAddress(id));

/** Who changed the channel last; null when that cannot be read. */
export async function readAuthor(id: string): Promise<string | null> {
  try {
    const { items } = await fetchJson<Slice<Change>>(`/api/v1/changes?${search({ subject: id, limit: 1 })}`);
    return items[0]?.actor.name ?? null;
  } catch {
    return null;
  }
}

export const readResponses = (id: string) => fetchJson<ChannelResponses>(`${channelAddress(id)}/responses`);

/** @throws the server's `stale_version` when the body's version is not the one that stands */
export const updateResponses = (id: string, body: ResponsesChange) =>
  fetchJson<ChannelResponses>(`${channelAddress(id)}/responses`, { method: 'PUT', body });

/** An image as it is; answers where it is from now on. */
export const uploadLogo = (id: string, image: Blob) => sendFile<{ logo: string }>(`${channelAddress(id)}/logos`, image);

/** Who has loaded the widget, asked again every few seconds: quickly while nobody has. */
export function useSightings(id: string, initial: readonly ChannelSighting[]) {
  return useQuery({
    queryKey: [...ALL, id, 'sightings'],
    queryFn: ({ signal }) => fetchJson<{ items: ChannelSighting[] }>(`${channelAddress(id)}/sightings`, { signal }),
    initialData: { items: [...initial] },
    refetchInterval: ({ state }) => (state.data?.items.some(({ allowed }) => allowed) ? 15_000 : 3_000),
  });
}

const keysOf = (id: string) => [...ALL, id, 'keys'];

export function useChannelKeys(id: string, initial: readonly ChannelKey[]) {
  return useQuery({
    queryKey: keysOf(id),
    queryFn: ({ signal }) => fetchJson<{ items: ChannelKey[] }>(`${channelAddress(id)}/keys`, { signal }),
    initialData: { items: [...initial] },
  });
}

export function useChangeChannelKeys(id: string) {
  const client = useQueryClient();
  const address = `${channelAddress(id)}/keys`;
  const onSuccess = () => client.invalidateQueries({ queryKey: keysOf(id) });
  return {
    create: useMutation({
      mutationFn: (body: ChannelKeyInput) => fetchJson<NewChannelKey>(address, { method: 'POST', body }),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ key, ...body }: ChannelKeyChange & { key: string }) =>
        fetchJson<ChannelKey>(`${address}/${key}`, { method: 'PUT', body }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (key: string) => fetchJson(`${address}/${key}`, { method: 'DELETE' }),
      onSuccess,
    }),
  };
}

/** What the server makes of a customer's JWT. */
export function useTestJwt(id: string) {
  return useMutation({
    mutationFn: (jwt: string) =>
      fetchJson<JwtTest>(`${channelAddress(id)}/keys/test`, { method: 'POST', body: { jwt } }),
  });
}

export function useSaveAccountSettings() {
  return useMutation({
    mutationFn: (settings: Partial<AccountSettings>) =>
      fetchJson<Account>('/api/v1/account', { method: 'PUT', body: { settings } }),
  });
}

function withActive(page: ChannelPage, id: string, active: boolean): ChannelPage {
  return { ...page, items: page.items.map((each) => (each.id === id ? { ...each, active } : each)) };
}

function search(values: object): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
}
