'use client';

import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { Problem } from '@/lib/client/fetcher';
import { useChangeOrganisation } from '@/lib/client/organisation';
import type { Use } from '@/lib/contracts/app-error';

export interface DeleteWithUsesProps {
  area: 'groups' | 'brands';
  id: string;
  words: { title: string; text: string; usesText: string; verb: string; forceVerb: string; deleted: string };
  failed: string;
  onClose: () => void;
}

/** Asks once; when the thing is in use, shows by what and asks again before it goes all the same. */
export function DeleteWithUses({ area, id, words, failed, onClose }: DeleteWithUsesProps) {
  const remove = useChangeOrganisation(area);
  const [uses, setUses] = useState<readonly Use[]>([]);
  const problem = remove.error instanceof Problem ? remove.error : null;
  const blocked = problem !== null && uses.length === 0;
  const confirm = () =>
    remove.mutate(
      { path: `/${id}${uses.length > 0 ? '?force=true' : ''}`, method: 'DELETE' },
      {
        onSuccess: () => {
          toast(words.deleted);
          onClose();
        },
        onError: (error) => setUses(error instanceof Problem ? error.uses : []),
      },
    );
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      text={
        <>
          <span>{uses.length > 0 ? words.usesText : words.text}</span>
          {blocked ? <span className="mt-2 block text-stop-ink">{problem.detail || failed}</span> : null}
          {uses.map((use) => (
            <span key={`${use.kind}:${use.id}`} className="mt-1 block font-medium break-words text-ink">
              {use.name}
            </span>
          ))}
        </>
      }
      verb={uses.length > 0 ? words.forceVerb : words.verb}
      busy={remove.isPending}
      onConfirm={confirm}
    />
  );
}
