'use client';

import { useTranslations } from 'next-intl';
import { toastUndo } from '@/components/ui/toast';
import { problemText } from '@/lib/client/problem-text';
import { type ChangeInput, type ShownChange, useChangeTicket } from '@/lib/client/workspace-ticket';
import type { WorkspaceConversation } from '@/lib/contracts/workspace';

export interface FieldChange extends ChangeInput {
  field: 'status' | 'assignee' | 'inbox' | 'type' | 'context' | 'sentiment' | 'orders';
  /** What it is now, in words; null for nothing. */
  label: string | null;
}

/** Changes a field of the ticket at once, with Undo in the toast; what the server refuses is taken back and told. */
export function useTicketChange(conversation: WorkspaceConversation) {
  const t = useTranslations('workspace.ticket');
  const { mutate, error, isError } = useChangeTicket(conversation.id);
  const run = ({ field, label, ...input }: FieldChange) => {
    const before = asItWas(conversation, field);
    mutate(input, {
      onSuccess: () =>
        toastUndo(
          label === null ? t('changedEmpty', { field: t(field) }) : t('changed', { field: t(field), value: label }),
          () => mutate(before),
        ),
    });
  };
  return { run, failure: isError ? problemText(error, t('failed')) : null };
}

function asItWas(conversation: WorkspaceConversation, field: FieldChange['field']): ChangeInput {
  const { status, assignee, ticket } = conversation;
  if (field === 'status') return { change: { status }, shown: { status } };
  if (field === 'assignee') return { change: { assignee: assignee?.key ?? null }, shown: { assignee } };
  // The field's name is the same in both, and so is its value.
  const same = { [field]: ticket[field] };
  return { change: same as ShownChange, shown: { ticket: same } };
}
