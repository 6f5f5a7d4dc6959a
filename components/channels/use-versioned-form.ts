'use client';

import { useCallback, useEffect, useState } from 'react';
import { Problem } from '@/lib/client/fetcher';

export interface Stored<T> {
  readonly value: T;
  readonly version: number;
}

/** What somebody else stored, and who, where that is known. */
export interface SavedMeanwhile<T> extends Stored<T> {
  readonly author: string | null;
}

interface VersionedFormOptions<T> {
  initial: Stored<T>;
  /** @throws the server's `stale_version` when somebody saved meanwhile */
  write: (value: T, version: number) => Promise<Stored<T>>;
  read: () => Promise<Stored<T>>;
  /** Who stored it last. */
  readAuthor: () => Promise<string | null>;
  onSaved: (before: Stored<T>, after: Stored<T>) => void;
}

/**
 * A form over something that has versions: what is typed, what is stored, and what somebody else stored meanwhile.
 * A version that changed only what this form does not show is no conflict.
 */
export function useVersionedForm<T>({ initial, write, read, readAuthor, onSaved }: VersionedFormOptions<T>) {
  const [stored, setStored] = useState(initial);
  const [draft, setDraft] = useState(initial.value);
  const [theirs, setTheirs] = useState<SavedMeanwhile<T> | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const dirty = !same(draft, stored.value);
  // What the server refused may be right after a change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft is what is watched
  useEffect(() => setFailure(null), [draft]);

  const store = async (value: T, version: number): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const after = await writeOver(value, version);
      setTheirs(null);
      setStored(after);
      setDraft(after.value);
      onSaved(stored, after);
    } catch (error) {
      if (error instanceof Conflict) setTheirs({ ...(error.theirs as Stored<T>), author: await readAuthor() });
      else if (error instanceof Problem) setFailure(error);
      else throw error;
    } finally {
      setBusy(false);
    }
  };

  const writeOver = async (value: T, version: number): Promise<Stored<T>> => {
    try {
      return await write(value, version);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'stale_version') throw error;
      const standing = await read();
      if (!same(standing.value, stored.value)) throw new Conflict(standing);
      return write(value, standing.version);
    }
  };

  return {
    ...{ draft, stored, dirty, busy, theirs, failure },
    set: useCallback((change: Partial<T>) => setDraft((before) => ({ ...before, ...change })), []),
    load: setDraft,
    save: () => store(draft, stored.version),
    /** Puts something else in the place of what is stored: Undo. */
    restore: (value: T, version: number) => store(value, version),
    /** Of a conflict: mine over theirs. */
    keepMine: () => store(draft, theirs?.version ?? stored.version),
    /** Of a conflict: theirs into the form. Answers what was typed, to bring it back. */
    takeTheirs: (): T => {
      if (theirs) {
        setStored(theirs);
        setDraft(theirs.value);
        setTheirs(null);
      }
      return draft;
    },
    errorAt: (path: string) => failure?.issues.find((issue) => issue.path === path)?.message,
  };
}

class Conflict extends Error {
  readonly theirs: unknown;
  constructor(theirs: unknown) {
    super('Saved by somebody else meanwhile');
    this.theirs = theirs;
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
