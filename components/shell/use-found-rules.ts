'use client';

import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchJson } from '@/lib/client/fetcher';
import { PROACTIVE } from '@/lib/client/proactive';
import { inAddress, type RuleList } from '@/lib/client/rule-list';
import { TRIGGERS } from '@/lib/client/triggers';
import { WORKFLOWS } from '@/lib/client/workflows';

export interface FoundRule {
  id: string;
  name: string;
  family: string;
}

const FAMILIES: readonly { family: string; list: RuleList }[] = [
  { family: 'trigger', list: TRIGGERS },
  { family: 'proactive', list: PROACTIVE },
  { family: 'workflow', list: WORKFLOWS },
];

/** Letters before rules are looked for, and rules of each family. */
const LEAST = 2;
const MOST = 5;
const REST_MS = 200;

/**
 * Rules of all families by name and description, once typing rests. Where the server cannot be reached, none.
 * `settled`: they are those of this query, not of the one before.
 */
export function useFoundRules(query: string): { rules: FoundRule[]; settled: boolean } {
  const search = useRested(query.trim());
  return useQueries({
    queries: FAMILIES.map(({ family, list }) => ({
      queryKey: [list.name, 'found', search],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const address = `${list.base}?${inAddress({ search: search.slice(0, 200), sort: 'name', pageSize: MOST })}`;
        const { items } = await fetchJson<{ items: { id: string; name: string }[] }>(address, { signal });
        return items.map(({ id, name }) => ({ id, name, family }));
      },
      enabled: search.length >= LEAST,
      placeholderData: keepPreviousData,
      retry: false,
    })),
    combine: (answers) => ({
      rules: search.length < LEAST ? [] : answers.flatMap(({ data = [] }) => data),
      settled:
        search === query.trim() &&
        (search.length < LEAST ||
          answers.every(({ isPending, isPlaceholderData }) => !isPending && !isPlaceholderData)),
    }),
  });
}

function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
