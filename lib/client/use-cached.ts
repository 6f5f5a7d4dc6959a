'use client';

import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';

/** What is known under a key, without asking for it and without a say in how others ask. */
export function useCached<T>(queryKey: readonly unknown[]): T | undefined {
  const client = useQueryClient();
  const hash = hashKey(queryKey);
  const watch = useCallback(
    (changed: () => void) =>
      client.getQueryCache().subscribe(({ query }) => {
        if (query.queryHash === hash) changed();
      }),
    [client, hash],
  );
  // The one who stores it under the key has given it its type.
  const read = () => client.getQueryCache().get(hash)?.state.data as T | undefined;
  return useSyncExternalStore(watch, read, read);
}
