'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Problem } from './fetcher';
import { problemText } from './problem-text';

export interface SaveFailure {
  /** What to say above the form; null when every problem has a place of its own. */
  readonly text: string | null;
  readonly byPath: Readonly<Record<string, string>>;
}

/** What somebody else stored, and who; null when that cannot be told. */
export interface SavedMeanwhile<S> {
  readonly stored: S;
  readonly author: string | null;
}

/** What is stored in versions, and how it is read again. */
export interface Kept<S> {
  read(id: string): Promise<S>;
  readAuthor?(id: string, version: number): Promise<string | null>;
  /** Lists that show it are read again. */
  refresh(client: QueryClient): void;
}

export interface SaveVerbs<B, S> extends Kept<S> {
  create(body: B): Promise<S>;
  /** @throws the server's `stale_version` when `version` is not the one that stands */
  update(id: string, body: B, version: number): Promise<S>;
}

/** Runs what stores something; keeps what the server refused, and what somebody else saved meanwhile. */
export function useStoring<S extends { readonly version: number }>(kept: Kept<S>, id: string | null) {
  const errors = useTranslations('errors.code');
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SaveFailure | null>(null);
  const [theirs, setTheirs] = useState<SavedMeanwhile<S> | null>(null);

  const explain = async (error: unknown) => {
    if (error instanceof Problem && error.code === 'stale_version' && id !== null) {
      try {
        const stored = await kept.read(id);
        return setTheirs({ stored, author: (await kept.readAuthor?.(id, stored.version)) ?? null });
      } catch {
        // The newer version cannot be read now: the refusal itself is told instead.
      }
    }
    const issues = error instanceof Problem ? error.issues : [];
    // Of several at one place the first is told.
    const byPath = Object.fromEntries(issues.map((each) => [each.path, each.message]).reverse());
    setFailure({ text: issues.length > 0 ? null : problemText(error, errors('unavailable')), byPath });
  };

  const run = async (work: () => Promise<S>, onStored: (stored: S) => void) => {
    setBusy(true);
    setFailure(null);
    try {
      const stored = await work();
      setTheirs(null);
      kept.refresh(client);
      onStored(stored);
    } catch (error) {
      await explain(error);
    } finally {
      setBusy(false);
    }
  };

  return { busy, failure, theirs, run, settle: () => setTheirs(null), forget: () => setFailure(null) };
}

/** The same for what a form stores: a new thing while `id` is null, else the next version of one. */
export function useSave<B, S extends { readonly version: number }>(
  verbs: SaveVerbs<B, S>,
  id: string | null,
  onStored: (stored: S) => void,
) {
  const { run, ...saving } = useStoring(verbs, id);
  const save = (body: B, version: number) =>
    run(() => (id === null ? verbs.create(body) : verbs.update(id, body, version)), onStored);
  return { ...saving, save };
}

export type Saving<B, S extends { readonly version: number }> = ReturnType<typeof useSave<B, S>>;
