'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ColourDot } from '@/components/ui/colour-dot';
import { Combobox } from '@/components/ui/combobox';
import { DeleteWithUses } from '@/components/ui/delete-with-uses';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { useDeletion } from '@/lib/client/deletion';
import type { Status } from '@/lib/contracts/status';
import { UsedList } from './used-words';

export interface DeleteStatusProps {
  status: Status;
  all: readonly Status[];
  onClose: () => void;
  onDone: () => void;
}

/** Says where the status is used, and asks for the one that its tickets get. */
export function DeleteStatus({ status, all, onClose, onDone }: DeleteStatusProps) {
  const t = useTranslations('settings.statuses');
  const { id, name } = status;
  const others = all.filter((each) => each.id !== id);
  const [moveTo, setMoveTo] = useState(others.find(({ key }) => key === status.class)?.key ?? others[0]?.key ?? '');
  const target = others.find(({ key }) => key === moveTo);
  const deletion = useDeletion(`/api/v1/statuses/${id}`, {
    refresh: ['statuses'],
    query: { moveTo },
    failed: t('failed'),
    onDeleted: () => {
      toast(t('deleted', { name }));
      onDone();
    },
  });
  const tickets = deletion.uses.some(({ kind }) => kind === 'conversation');
  const rules = deletion.uses.some(({ kind }) => kind !== 'conversation');
  const usesText = [tickets && t('usesTickets'), rules && t('usesRules')].filter(Boolean).join(' ');
  return (
    <DeleteWithUses
      words={{
        ...{ title: t('deleteTitle', { name }), text: t('deleteText'), usesText },
        ...{ verb: t('deleteVerb'), forceVerb: tickets ? t('moveVerb') : t('forceVerb') },
      }}
      deletion={deletion}
      usesList={<UsedList uses={deletion.uses} />}
      onClose={onClose}
    >
      {tickets ? (
        <Field label={t('moveTo')} className="mt-4">
          <Combobox
            value={moveTo}
            display={target ? <DotOf status={target} /> : undefined}
            options={others.map((each) => ({ value: each.key, label: each.name, icon: <DotOf status={each} bare /> }))}
            onChange={setMoveTo}
          />
        </Field>
      ) : null}
    </DeleteWithUses>
  );
}

function DotOf({ status, bare }: { status: Status; bare?: boolean }) {
  return (
    <ColourDot colour={status.colour} hollow={status.class === 'closed'}>
      {bare ? null : status.name}
    </ColourDot>
  );
}
