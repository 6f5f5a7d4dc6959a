'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { toast, toastUndo } from '@/components/ui/toast';
import { useProactiveOrder, useProactiveVerb } from '@/lib/client/proactive';
import { problemText } from '@/lib/client/problem-text';
import type { ProactiveSummary } from '@/lib/contracts/proactive';
import type { BulkInput } from '@/lib/contracts/trigger';

type Verb = BulkInput['verb'];
type Named = Pick<ProactiveSummary, 'id' | 'name' | 'status'>;

export interface ListFailure {
  title: string;
  lines: readonly string[];
}

const UNDO: Partial<Record<Verb, Verb>> = { deactivate: 'activate', activate: 'deactivate', delete: 'restore' };

/** Verbs on rows: undone from the toast where they can be, told in place when the server refuses. */
export function useListVerbs() {
  const t = useTranslations('proactive');
  const errors = useTranslations('errors');
  const send = useProactiveVerb();
  const order = useProactiveOrder();
  const [failure, setFailure] = useState<ListFailure | null>(null);
  const refuse = useCallback(
    (error: unknown) =>
      setFailure({ title: t('failed.all', { reason: problemText(error, errors('code.unavailable')) }), lines: [] }),
    [t, errors],
  );
  const run = useCallback(
    async (verb: Verb, messages: readonly Named[], undoable = true): Promise<void> => {
      setFailure(null);
      try {
        const { done, failed } = await send({ verb, ids: messages.map(({ id }) => id) });
        if (failed.length > 0) {
          const nameOf = (id: string) => messages.find((each) => each.id === id)?.name ?? id;
          const lines = failed.map(({ id, code }) => {
            const key = `code.${code}` as 'code.conflict';
            return t('failed.line', { name: nameOf(id), reason: errors.has(key) ? errors(key) : code });
          });
          setFailure({ title: t('failed.some', { count: failed.length }), lines });
        }
        const changed = messages.filter(({ id }) => done.includes(id));
        const [first] = changed;
        if (!first || !undoable) return;
        // A draft that was published cannot become a draft again: pausing it is what comes next.
        const text = t(`done.${verb}`, { count: changed.length, name: first.name });
        const back = UNDO[verb];
        if (back) toastUndo(text, () => run(back, changed, false));
        else toast(text);
      } catch (error) {
        refuse(error);
      }
    },
    [send, t, errors, refuse],
  );
  const place = useCallback(
    async (ids: readonly string[], before: readonly string[]): Promise<void> => {
      setFailure(null);
      try {
        await order(ids);
        toastUndo(t('done.order'), () => order(before).catch(refuse));
      } catch (error) {
        refuse(error);
      }
    },
    [order, t, refuse],
  );
  return { run, place, failure, dismiss: () => setFailure(null) };
}
