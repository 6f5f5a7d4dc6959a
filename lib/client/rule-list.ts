'use client';

/** What the lists of all families of rules do alike: read a page, carry out a verb, import. */
import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { BulkInput, BulkResult, ImportQuery, ImportResult, TriggerBulkInput } from '@/lib/contracts/trigger';
import { fetchJson } from './fetcher';

/** A family's list: the first part of its queries' keys, and its address in the API. */
export interface RuleList {
  readonly name: 'triggers' | 'proactive' | 'workflows';
  readonly base: string;
}

export interface Page {
  items: readonly { id: string }[];
  total: number;
}

/** One page of a list; what was shown before stays until the answer is there. */
export function useRulePage<P extends Page, Q extends object>(
  list: RuleList,
  query: Q,
  initial: { query: Q; page: P } | null,
) {
  const hydrated = initial && JSON.stringify(initial.query) === JSON.stringify(query);
  return useQuery<P>({
    queryKey: [...keyOf(list), query],
    queryFn: ({ signal }) => fetchJson<P>(`${list.base}?${inAddress(query)}`, { signal }),
    placeholderData: keepPreviousData,
    ...(hydrated && { initialData: initial.page }),
  });
}

/** Sends one verb on some rules. With `expected`, the lists in view show the outcome before the server has answered. */
export function useRuleVerb<P extends Page>(list: RuleList, expected?: (page: P, input: BulkInput) => P) {
  const client = useQueryClient();
  return useCallback(
    async (input: TriggerBulkInput): Promise<BulkResult> => {
      const takeBack = await showAtOnce<P>(client, list, (page) =>
        expected && 'ids' in input ? expected(page, input) : page,
      );
      try {
        return await fetchJson<BulkResult>(`${list.base}/bulk`, { method: 'POST', body: input });
      } catch (error) {
        takeBack();
        throw error;
      } finally {
        refreshRules(client, list);
      }
    },
    [client, list, expected],
  );
}

/** Reads lists and single rules of the family again. */
export function refreshRules(client: QueryClient, { name }: RuleList): void {
  void client.invalidateQueries({ queryKey: [name] });
}

export const importRules = (list: RuleList, entries: unknown, options: ImportQuery) =>
  fetchJson<ImportResult>(`${list.base}/import?${inAddress(options)}`, { method: 'POST', body: entries });

/** Where all rules of the family are read as a file that Import takes. */
export const exportAddress = ({ base }: RuleList) => `${base}/export`;

/** What is given of the values, as a query string. */
export function inAddress(values: object): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
}

interface SwitchedPage extends Page {
  items: { id: string; active: boolean; broken: unknown }[];
  counts: { all: number; active: number; inactive: number; broken: number };
}

/** The page of a family that is active or not, as it will be when the verb has succeeded. */
export function switched<P extends SwitchedPage>(page: P, { verb, ids }: BulkInput): P {
  const meant = page.items.filter(({ id }) => ids.includes(id));
  if (verb === 'restore' || meant.length === 0) return page;
  const { counts } = page;
  if (verb === 'delete') {
    const active = meant.filter((each) => each.active).length;
    return {
      ...page,
      items: page.items.filter(({ id }) => !ids.includes(id)),
      total: page.total - meant.length,
      counts: {
        all: counts.all - meant.length,
        active: counts.active - active,
        inactive: counts.inactive - (meant.length - active),
        broken: counts.broken - meant.filter((each) => each.broken).length,
      },
    };
  }
  const active = verb === 'activate';
  const changed = meant.filter((each) => each.active !== active).length * (active ? 1 : -1);
  return {
    ...page,
    items: page.items.map((each) => (ids.includes(each.id) ? { ...each, active } : each)),
    counts: { ...counts, active: counts.active + changed, inactive: counts.inactive - changed },
  };
}

const keyOf = ({ name }: RuleList) => [name, 'list'] as const;

/** Changes every page that is kept, and answers what takes the change back. */
export async function showAtOnce<P>(client: QueryClient, list: RuleList, change: (page: P) => P): Promise<() => void> {
  const queryKey = keyOf(list);
  await client.cancelQueries({ queryKey });
  const before = client.getQueriesData<P>({ queryKey });
  client.setQueriesData<P>({ queryKey }, (page) => page && change(page));
  return () => {
    for (const [key, page] of before) client.setQueryData(key, page);
  };
}
