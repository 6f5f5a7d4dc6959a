'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import { ListFailed } from '@/components/rule-editor/list-failed';
import { useListVerbs } from '@/components/rule-editor/use-list-verbs';
import { later } from '@/components/ui/later';
import { ListFoot, type PageStep } from '@/components/ui/list-foot';
import { focusFirstRow } from '@/components/ui/row-keys';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useAddressFilters } from '@/components/ui/use-address-filters';
import { useSelection } from '@/components/ui/use-selection';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useSkeleton } from '@/components/ui/use-skeleton';
import { type TriggerPage, useTriggerPage, useTriggerVerb } from '@/lib/client/triggers';
import type { TriggerMatching, TriggerQuery, TriggerSummary } from '@/lib/contracts/trigger';
import { type ListChoices, ListFilterBar } from './list-filter-bar';
import { ListHeader } from './list-header';
import { LIST_DEFAULTS, matchingOf, PAGE_SIZE, queryOf } from './list-query';
import type { BulkVerb } from './trigger-bulk-bar';
import type { RowActs } from './trigger-row';
import { TriggerTable } from './trigger-table';

// They are always drawn, so that they are there when the server no longer is.
const ListNotices = later(() => import('@/components/rule-editor/list-notices').then((module) => module.ListNotices));
const TriggerBulkBar = later(() => import('./trigger-bulk-bar').then((module) => module.TriggerBulkBar));
const DeleteDialog = later(() =>
  import('@/components/rule-editor/delete-dialog').then((module) => module.DeleteDialog),
);

// Drawn on the server too: a first visit meets it without a flash.
const ListEmpty = lazy(async () => ({ default: (await import('./list-empty')).ListEmpty }));

export interface TriggerListProps {
  choices: ListChoices;
  /** What the server rendered, for which query. */
  initial: { query: TriggerQuery; page: TriggerPage };
  mayWrite: boolean;
}

const NONE: readonly TriggerSummary[] = [];

/** What a question before deletion is about: some rows, or everything that matches. */
interface Doomed {
  triggers: readonly TriggerSummary[];
  all?: { total: number; matching: TriggerMatching };
}

/** The page "Messaging triggers". Its state is the address; its data the query that the address asks for. */
export function TriggerList({ initial, choices, mayWrite }: TriggerListProps) {
  const t = useTranslations('triggers');
  const ui = useTranslations('ui');
  const router = useRouter();
  const [filters, change] = useAddressFilters(LIST_DEFAULTS);
  const search = useDeferredValue(filters.search);
  const query = useMemo(() => queryOf({ ...filters, search }), [filters, search]);
  const { data, isError, isPending, refetch, isPlaceholderData } = useTriggerPage(query, initial);
  const rows = data?.items ?? NONE;
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const selection = useSelection(ids);
  const verbs = useListVerbs({ family: 'trigger', send: useTriggerVerb() });
  const [doomed, setDoomed] = useState<Doomed | null>(null);
  // Everything that the filters leave, beyond the page; another selection or filter takes it back.
  const [everything, setEverything] = useState<TriggerQuery | null>(null);
  const chosen = rows.filter(({ id }) => selection.selected.has(id));
  const skeleton = useSkeleton(isPending);
  const whole = everything !== null && sameMatching(everything, query) && chosen.length === rows.length;
  const total = data?.total ?? 0;
  const clear = () => {
    setEverything(null);
    selection.clear();
  };
  const { toggle } = selection;
  const { run } = verbs;
  const acts = useMemo<RowActs>(
    () => ({
      toggle,
      clone: (id) => router.push(`/triggers/new?from=${id}`),
      setActive: (trigger, active) => void run(active ? 'activate' : 'deactivate', [trigger]),
      remove: (trigger) => setDoomed({ triggers: [trigger] }),
    }),
    [toggle, router, run],
  );
  useShortcut('n', () => router.push('/triggers/new'), { enabled: mayWrite });
  useShortcut('Escape', clear, { enabled: selection.selected.size > 0 });
  useShortcut('ArrowDown', focusFirstRow, { inText: true });
  const bulk = (verb: BulkVerb) => {
    if (verb === 'delete')
      return setDoomed({ triggers: chosen, ...(whole && { all: { total, matching: matchingOf(query) } }) });
    void (whole ? verbs.runOnAll(verb, matchingOf(query)) : run(verb, chosen));
    clear();
  };
  return (
    <>
      <ListHeader total={data?.counts.all} mayWrite={mayWrite} />
      <ListFilterBar filters={filters} change={change} counts={data?.counts} choices={choices} />
      <ListNotices
        failure={verbs.failure}
        onDismiss={verbs.dismiss}
        stale={isError && data !== undefined}
        onRetry={() => void refetch()}
      />
      {data ? null : isError ? (
        <ListFailed family="trigger" onRetry={() => void refetch()} />
      ) : skeleton ? (
        <SkeletonRows label={ui('loading')} />
      ) : null}
      {data && rows.length === 0 ? (
        <Suspense>
          <ListEmpty filters={filters} change={change} mayWrite={mayWrite} />
        </Suspense>
      ) : null}
      {rows.length > 0 ? (
        <div className="relative flex flex-1 flex-col" aria-busy={isPlaceholderData || undefined}>
          <TriggerTable
            rows={rows}
            query={query}
            selection={selection}
            acts={acts}
            mayWrite={mayWrite}
            onSort={(sort, order) => change({ sort, order }, { history: 'push' })}
          />
          <div className="flex-1" />
          {chosen.length > 0 ? (
            <TriggerBulkBar
              count={whole ? total : chosen.length}
              onClear={clear}
              onAll={chosen.length === rows.length && total > rows.length && !whole ? () => setEverything(query) : null}
              total={total}
              onVerb={bulk}
            />
          ) : null}
        </div>
      ) : null}
      {data && data.total > 0 ? (
        <ListFoot
          from={(query.page - 1) * PAGE_SIZE + 1}
          to={(query.page - 1) * PAGE_SIZE + rows.length}
          total={data.total}
          hint={t('list.hint')}
          previous={step(query.page - 1, query.page > 1, change)}
          next={step(query.page + 1, query.page * PAGE_SIZE < data.total, change)}
        />
      ) : null}
      {doomed ? (
        <DeleteDialog
          family="trigger"
          rules={doomed.triggers}
          total={doomed.all?.total}
          onClose={() => setDoomed(null)}
          onConfirm={() => {
            void (doomed.all ? verbs.runOnAll('delete', doomed.all.matching) : run('delete', doomed.triggers));
            setDoomed(null);
            clear();
          }}
        />
      ) : null}
    </>
  );
}

function step(page: number, exists: boolean, change: (to: { page: string }) => void): PageStep | undefined {
  return exists ? { onClick: () => change({ page: String(page) }) } : undefined;
}

function sameMatching(a: TriggerQuery, b: TriggerQuery): boolean {
  return JSON.stringify(matchingOf(a)) === JSON.stringify(matchingOf(b));
}
