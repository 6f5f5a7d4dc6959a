'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { toastUndo } from '@/components/ui/toast';
import { problemText } from '@/lib/client/problem-text';
import { useTriggerVerb } from '@/lib/client/triggers';
import type { BulkInput, BulkResult, TriggerMatching, TriggerSummary } from '@/lib/contracts/trigger';

type Verb = BulkInput['verb'];
type Named = Pick<TriggerSummary, 'id' | 'name' | 'active'>;

export interface ListFailure {
  title: string;
  lines: readonly string[];
}

/** Reasons shown one by one. */
const LINES = 8;

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
  const explain = useCallback(
    ({ failed }: BulkResult, nameOf: (id: string) => string | undefined) => {
      if (failed.length === 0) return;
      const lines = failed.slice(0, LINES).map(({ id, name, code }) => {
        const key = `code.${code}` as 'code.conflict';
        return t('failed.line', { name: name ?? nameOf(id) ?? id, reason: errors.has(key) ? errors(key) : code });
      });
      const rest = failed.length - lines.length;
      setFailure({
        title: t('failed.some', { count: failed.length }),
        lines: rest > 0 ? [...lines, t('failed.more', { count: rest })] : lines,
      });
    },
    [t, errors],
  );
  const run = useCallback(
    async (verb: Verb, chosen: readonly Named[], undoable = true): Promise<void> => {
      setFailure(null);
      // Those that are so already stay out of it, so that Undo does not change what was never changed.
      const triggers = undoable ? chosen.filter(({ active }) => active !== WANTED[verb]) : chosen;
      if (triggers.length === 0) return;
      try {
        const result = await send({ verb, ids: triggers.map(({ id }) => id) });
        explain(result, (id) => triggers.find((each) => each.id === id)?.name);
        const done = new Set(result.done);
        const changed = triggers.filter(({ id }) => done.has(id));
        if (changed.length === 0 || !undoable) return;
        const text = t(`done.${verb}`, { count: changed.length, name: changed[0]?.name ?? '' });
        toastUndo(text, () => run(UNDO[verb], changed, false));
      } catch (error) {
        setFailure({ title: t('failed.all', { reason: problemText(error, errors('code.unavailable')) }), lines: [] });
      }
    },
    [send, t, errors, explain],
  );
  /** On everything that the filters leave, also beyond the page in view. */
  const runOnAll = useCallback(
    async (verb: Exclude<Verb, 'restore'>, matching: TriggerMatching): Promise<void> => {
      setFailure(null);
      try {
        const result = await send({ verb, matching });
        explain(result, () => undefined);
        const { done: ids } = result;
        if (ids.length === 0) return;
        const undo = async () => {
          try {
            explain(await send({ verb: UNDO[verb], ids }), () => undefined);
          } catch (error) {
            setFailure({
              title: t('failed.all', { reason: problemText(error, errors('code.unavailable')) }),
              lines: [],
            });
          }
        };
        toastUndo(t(`done.${verb}`, { count: ids.length, name: t('done.one') }), undo);
      } catch (error) {
        setFailure({ title: t('failed.all', { reason: problemText(error, errors('code.unavailable')) }), lines: [] });
      }
    },
    [send, t, errors, explain],
  );
  return { run, runOnAll, failure, dismiss: () => setFailure(null) };
}
