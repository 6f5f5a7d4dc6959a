'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Change } from '@/lib/contracts/change';
import type { ConnectionResult, Integration } from '@/lib/contracts/integration';
import type { Page, Slice } from '@/lib/contracts/list';
import { fetchJson, Problem } from './fetcher';

const INTEGRATIONS = '/api/v1/integrations';
const KEY = ['integrations'];

/** Looked at again now and then: how they are doing changes by itself. */
export function useIntegrations(initial: Page<Integration>) {
  return useQuery({
    queryKey: KEY,
    queryFn: () => fetchJson<Page<Integration>>(`${INTEGRATIONS}?pageSize=200`),
    initialData: initial,
    refetchInterval: 15_000,
  });
}

export type ReferenceKind = 'inbox' | 'group';
const REFERENCES: Readonly<Record<ReferenceKind, string>> = { inbox: '/api/v1/inboxes', group: '/api/v1/groups' };

/** What a setting can name; undefined until it is known. */
export function useReferenceNames(to: ReferenceKind): readonly { key: string; name: string }[] | undefined {
  const { data } = useQuery({
    queryKey: ['integration-references', to],
    queryFn: ({ signal }) =>
      fetchJson<Page<{ key: string; name: string }>>(`${REFERENCES[to]}?pageSize=200`, { signal }),
  });
  return data?.items;
}

/** What a form holds: an empty secret of one that exists stays as it is kept. */
export interface IntegrationDraft {
  readonly kind: string;
  readonly name: string;
  readonly active: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** What somebody else saved meanwhile, and who; null when that cannot be told. */
export interface IntegrationMeanwhile {
  readonly stored: Integration;
  readonly author: string | null;
}

/**
 * Stores a form. What somebody else saved since it was opened is kept in `theirs` until one of both is chosen; a newer
 * version that differs in nothing the form shows is none.
 */
export function useSaveIntegration(opened: Integration | undefined, onDone: (integration: Integration) => void) {
  const client = useQueryClient();
  const [existing, setExisting] = useState(opened);
  const [theirs, setTheirs] = useState<IntegrationMeanwhile | null>(null);
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: async ({ draft, over }: { draft: IntegrationDraft; over?: number }) => {
      try {
        return { stored: await write(draft, existing, over) };
      } catch (error) {
        if (!existing || !(error instanceof Problem) || error.code !== 'stale_version') throw error;
        const meanwhile = await readMeanwhile(existing.id);
        const isSecret = Object.keys(draft.secrets).length > 0;
        if (isSecret || !sameContents(meanwhile.stored, existing)) return { meanwhile };
        return { stored: await write(draft, existing, meanwhile.stored.version) };
      }
    },
    onSuccess: ({ stored, meanwhile }) => {
      setTheirs(meanwhile ?? null);
      if (stored) onDone(stored);
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
  return {
    ...{ error, isPending, reset, theirs, existing },
    save: (draft: IntegrationDraft) => mutate({ draft }),
    /** Of a conflict: mine over theirs. */
    keepMine: (draft: IntegrationDraft) => mutate({ draft, ...(theirs && { over: theirs.stored.version }) }),
    /** Of a conflict: what is stored is what the form begins with from now on. */
    takeTheirs: () => {
      setExisting(theirs?.stored ?? existing);
      setTheirs(null);
    },
  };
}

function write({ kind, ...draft }: IntegrationDraft, existing: Integration | undefined, over?: number) {
  if (!existing) return fetchJson<Integration>(INTEGRATIONS, { method: 'POST', body: { kind, ...draft } });
  const body = { ...draft, version: over ?? existing.version };
  return fetchJson<Integration>(`${INTEGRATIONS}/${existing.id}`, { method: 'PUT', body });
}

async function readMeanwhile(id: string): Promise<IntegrationMeanwhile> {
  const stored = await fetchJson<Integration>(`${INTEGRATIONS}/${id}`);
  const changes = `/api/v1/changes?kind=integration&subject=${id}&limit=1`;
  const author = await fetchJson<Slice<Change>>(changes).then(
    ({ items }) => items[0]?.actor.name ?? null,
    () => null,
  );
  return { stored, author };
}

/** Of the form alone; secrets cannot be compared. */
function sameContents(a: Integration, b: Integration): boolean {
  const shown = ({ name, active, settings }: Integration) =>
    JSON.stringify([name, active, Object.entries(settings).sort()]);
  return shown(a) === shown(b);
}

/** Tries what the form holds, without saving it. */
export function useTestDraft(existing: Integration | undefined) {
  return useMutation({
    mutationFn: ({ kind, settings, secrets, to }: IntegrationDraft & { to?: string }) =>
      fetchJson<ConnectionResult>(existing ? `${INTEGRATIONS}/${existing.id}/test` : `${INTEGRATIONS}/test`, {
        method: 'POST',
        body: { ...(existing ? {} : { kind }), settings, secrets, ...(to && { to }) },
      }),
  });
}

/** Tries one as it is stored; its health says so from then on. */
export function useTestIntegration() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => fetchJson<ConnectionResult>(`${INTEGRATIONS}/${id}/test`, { method: 'POST', body: {} }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
