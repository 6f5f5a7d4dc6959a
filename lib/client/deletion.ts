'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Use } from '@/lib/contracts/app-error';
import { fetchJson, Problem, problemText } from './fetcher';

interface DeletionOptions {
  /** Lists to be read again, as in `queryKey`. */
  refresh: readonly unknown[];
  /** What the request says besides, e.g. where to move what is in it. */
  query?: Readonly<Record<string, string>>;
  /** Told when the server says nothing itself. */
  failed: string;
  onDeleted: () => void;
}

/** Deletes what stands at `url`, which is refused with its uses at first: `remove(true)` insists. */
export function useDeletion(url: string, { refresh, query, failed, onDeleted }: DeletionOptions) {
  const client = useQueryClient();
  // Kept while the second request runs, so that the question does not change under the reader.
  const [uses, setUses] = useState<readonly Use[]>([]);
  const { mutate, error, isPending } = useMutation({
    mutationFn: (force: boolean) =>
      fetchJson(`${url}${searchOf({ ...query, ...(force && { force: 'true' }) })}`, { method: 'DELETE' }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: refresh });
      onDeleted();
    },
    onError: (refusal) => refusal instanceof Problem && refusal.uses.length > 0 && setUses(refusal.uses),
  });
  const told = error instanceof Problem && error.uses.length > 0;
  const failure = error && !told ? problemText(error, failed) : null;
  return { uses, failure, busy: isPending, remove: (force: boolean) => mutate(force) };
}

function searchOf(query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? '' : `?${search}`;
}
