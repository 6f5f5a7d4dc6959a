'use client';

import type { ReactNode } from 'react';
import { ConfirmDialog } from './confirm-dialog';

export interface DeleteWithUsesProps {
  words: {
    title: string;
    /** What is lost, while nothing uses it. */
    text: string;
    /** What becomes of what uses it. */
    usesText: string;
    verb: string;
    /** The verb once the uses have been shown. */
    forceVerb: string;
  };
  /** As the server has refused so far; see `useDeletion`. */
  deletion: {
    uses: readonly { kind: string; id: string; name: string }[];
    /** Any other refusal, in the reader's language. */
    failure: string | null;
    busy: boolean;
    remove: (force: boolean) => void;
  };
  /** Shown instead when it cannot be deleted as long as it is used. */
  blockedText?: string | null;
  /** Instead of the plain names of what uses it. */
  usesList?: ReactNode;
  /** Below: what else is to be chosen. */
  children?: ReactNode;
  onClose: () => void;
}

/** Asks once; when the thing is in use, shows by what and asks again before it goes all the same. */
export function DeleteWithUses({ words, deletion, blockedText, usesList, children, onClose }: DeleteWithUsesProps) {
  const { uses, failure, busy, remove } = deletion;
  const used = uses.length > 0;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      text={
        <>
          <span>{used ? (blockedText ?? words.usesText) : words.text}</span>
          {failure ? (
            <span role="alert" className="mt-2 block text-stop-ink">
              {failure}
            </span>
          ) : null}
          {(usesList ? [] : uses).map((use) => (
            <span key={`${use.kind}:${use.id}`} className="mt-1 block font-medium break-words text-ink">
              {use.name}
            </span>
          ))}
        </>
      }
      verb={used ? words.forceVerb : words.verb}
      blocked={used && Boolean(blockedText)}
      busy={busy}
      onConfirm={() => remove(used)}
    >
      {used ? usesList : null}
      {children}
    </ConfirmDialog>
  );
}
