'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { toastUndo } from '@/components/ui/toast';
import { problemText } from '@/lib/client/problem-text';
import type { BulkInput, BulkResult, TriggerBulkInput } from '@/lib/contracts/trigger';

export type ListFamily = 'trigger' | 'proactive' | 'workflow';
type Verb = BulkInput['verb'];
type Matching = Extract<TriggerBulkInput, { matching: unknown }>['matching'];

export interface NamedRule {
  id: string;
  name: string;
  active: boolean;
}

export interface ListFailure {
  title: string;
  lines: readonly string[];
}

export interface ListVerbsOptions {
  family: ListFamily;
  send: (input: TriggerBulkInput) => Promise<BulkResult>;
  /** Why one was refused, where the list knows more than the code says. */
  reasonOf?: (id: string, code: string) => string | undefined;
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

/** Verbs on the rows of a list of rules: undone from the toast, told in place when the server refuses. */
export function useListVerbs({ family, send, reasonOf }: ListVerbsOptions) {
  const t = useTranslations('lists');
  const errors = useTranslations('errors');
  const [failure, setFailure] = useState<ListFailure | null>(null);
  const explain = useCallback(
    ({ failed }: BulkResult, nameOf: (id: string) => string | undefined) => {
      if (failed.length === 0) return;
      const lines = failed.slice(0, LINES).map(({ id, name, code }) => {
        const key = `code.${code}` as 'code.conflict';
        const reason = reasonOf?.(id, code) ?? (errors.has(key) ? errors(key) : code);
        return t('failed.line', { name: name ?? nameOf(id) ?? id, reason });
      });
      const rest = failed.length - lines.length;
      setFailure({
        title: t('failed.some', { family, count: failed.length }),
        lines: rest > 0 ? [...lines, t('failed.more', { count: rest })] : lines,
      });
    },
    [family, reasonOf, t, errors],
  );
  const refuse = useCallback(
    (error: unknown) =>
      setFailure({ title: t('failed.all', { reason: problemText(error, errors('code.unavailable')) }), lines: [] }),
    [t, errors],
  );
  const run = useCallback(
    async (verb: Verb, chosen: readonly NamedRule[], undoable = true): Promise<void> => {
      setFailure(null);
      // Those that are so already stay out of it, so that Undo does not change what was never changed.
      const rules = undoable ? chosen.filter(({ active }) => active !== WANTED[verb]) : chosen;
      if (rules.length === 0) return;
      try {
        const result = await send({ verb, ids: rules.map(({ id }) => id) });
        explain(result, (id) => rules.find((each) => each.id === id)?.name);
        const done = new Set(result.done);
        const changed = rules.filter(({ id }) => done.has(id));
        const [first] = changed;
        if (!first || !undoable) return;
        const text = t(`done.${verb}`, { family, count: changed.length, name: first.name });
        toastUndo(text, () => run(UNDO[verb], changed, false));
      } catch (error) {
        refuse(error);
      }
    },
    [family, send, t, explain, refuse],
  );
  /** On everything that the filters leave, also beyond the page in view. */
  const runOnAll = useCallback(
    async (verb: Exclude<Verb, 'restore'>, matching: Matching): Promise<void> => {
      setFailure(null);
      try {
        const result = await send({ verb, matching });
        explain(result, () => undefined);
        const { done: ids } = result;
        if (ids.length === 0) return;
        const undo = () => send({ verb: UNDO[verb], ids }).then((told) => explain(told, () => undefined), refuse);
        toastUndo(t(`done.${verb}`, { family, count: ids.length, name: t('done.one', { family }) }), undo);
      } catch (error) {
        refuse(error);
      }
    },
    [family, send, t, explain, refuse],
  );
  return { run, runOnAll, failure, refuse, dismiss: useCallback(() => setFailure(null), []) };
}
