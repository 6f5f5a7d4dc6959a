'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { toastUndo } from '@/components/ui/toast';
import { problemText } from '@/lib/client/problem-text';
import { useTriggerVerb } from '@/lib/client/triggers';
import type { BulkInput, TriggerSummary } from '@/lib/contracts/trigger';

type Verb = BulkInput['verb'];
type Named = Pick<TriggerSummary, 'id' | 'name' | 'active'>;

export interface ListFailure {
  title: string;
  lines: readonly string[];
}

const UNDO: Record<Verb, Verb> = {
  activate: 'deactivate',
  deactivate: 'activate',
  delete: 'restore',
  restore: 'delete',
};

const WANTED: Partial<Record<Verb, boolean>> = { activate: true, deactivate: false };

/** Verbs on rows: shown at once, undone from the toast, told in place when the server refuses. */
export function useListVerbs() {
  const t = useTranslations('triggers');
  const errors = useTranslations('errors');
  const send = useTriggerVerb();
  const [failure, setFailure] = useState<ListFailure | null>(null);
  const run = useCallback(
    async (verb: Verb, chosen: readonly Named[], undoable = true): Promise<void> => {
      setFailure(null);
      // Those that are so already stay out of it, so that Undo does not change what was never changed.
      const triggers = undoable ? chosen.filter(({ active }) => active !== WANTED[verb]) : chosen;
      if (triggers.length === 0) return;
      try {
        const { done, failed } = await send({ verb, ids: triggers.map(({ id }) => id) });
        const nameOf = (id: string) => triggers.find((each) => each.id === id)?.name ?? id;
        if (failed.length > 0) {
          const lines = failed.map(({ id, code }) => {
            const key = `code.${code}` as 'code.conflict';
            return t('failed.line', { name: nameOf(id), reason: errors.has(key) ? errors(key) : code });
          });
          setFailure({ title: t('failed.some', { count: failed.length }), lines });
        }
        const changed = triggers.filter(({ id }) => done.includes(id));
        if (changed.length === 0 || !undoable) return;
        const text = t(`done.${verb}`, { count: changed.length, name: changed[0]?.name ?? '' });
        toastUndo(text, () => run(UNDO[verb], changed, false));
      } catch (error) {
        setFailure({ title: t('failed.all', { reason: problemText(error, errors('code.unavailable')) }), lines: [] });
      }
    },
    [send, t, errors],
  );
  return { run, failure, dismiss: () => setFailure(null) };
}
