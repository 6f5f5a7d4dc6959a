'use client';

import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { Bot, BotChange, BotInput } from '@/lib/contracts/bot';
import type { Page } from '@/lib/contracts/list';
import { fetchJson } from './fetcher';

const BASE = '/api/v1/bots';
export const BOTS = ['bots'] as const;

/** All bots of the account. */
export function useBots(initial: Page<Bot>) {
  return useQuery({
    queryKey: BOTS,
    queryFn: ({ signal }) => fetchJson<Page<Bot>>(`${BASE}?pageSize=200`, { signal }),
    initialData: initial,
  });
}

export function refreshBots(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: BOTS });
}

export const createBot = (body: BotInput) => fetchJson<Bot>(BASE, { method: 'POST', body });

/** @throws the server's `stale_version` when `version` is not the one that stands */
export const updateBot = (id: string, body: BotChange, version?: number) =>
  fetchJson<Bot>(`${BASE}/${id}`, { method: 'PUT', body: { ...body, version } });

export const readBot = (id: string) => fetchJson<Bot>(`${BASE}/${id}`);

export const botVerbs = { create: createBot, update: updateBot, read: readBot, refresh: refreshBots };

export const botAddress = (id: string) => `${BASE}/${id}`;

/**
 * Makes a deleted bot again: under its key, so that what named it finds it again, on its channels, and first where it
 * answered first, unless another bot has come there since.
 */
export function restoreBot(bot: Bot): Promise<Bot> {
  const { key, name, avatar, language, greeting, fallback, human, answers, channels, active } = bot;
  return createBot({
    ...{ key, name, avatar, language, greeting, fallback, human, answers, active },
    channels: channels.map((each) => each.key),
    answersFirst: channels.filter(({ inUse }) => inUse).map((each) => each.key),
  });
}
