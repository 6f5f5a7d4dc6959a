'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { fetchJson } from './fetcher';
import { type Page, type RuleList, refreshRules, showAtOnce } from './rule-list';

/**
 * Sets the place of every rule; the list in view has the new order at once. While one order is on its way only the
 * latest further one is kept, so that quick moves arrive in their order.
 * @param ordered the page with its items in the order of `ids`
 */
export function useRuleOrder<P extends Page>(list: RuleList, ordered: (page: P, ids: readonly string[]) => P) {
  const client = useQueryClient();
  const sending = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef<readonly string[]>([]);
  return useCallback(
    async (ids: readonly string[]): Promise<void> => {
      latest.current = ids;
      const takeBack = await showAtOnce<P>(client, list, (page) => ordered(page, ids));
      const before = sending.current.catch(() => {});
      const sent = before.then(async () => {
        if (latest.current === ids) await fetchJson(`${list.base}/order`, { method: 'PUT', body: { ids } });
      });
      sending.current = sent;
      try {
        await sent;
      } catch (error) {
        takeBack();
        throw error;
      } finally {
        if (latest.current === ids) refreshRules(client, list);
      }
    },
    [client, list, ordered],
  );
}
