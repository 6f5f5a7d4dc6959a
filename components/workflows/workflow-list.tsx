'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { References } from '@/components/rule-editor/editor-context';
import { ListFailed } from '@/components/rule-editor/list-failed';
import { ListNotices } from '@/components/rule-editor/list-notices';
import { SortableList } from '@/components/rule-editor/sortable';
import { useListVerbs } from '@/components/rule-editor/use-list-verbs';
import { useOrder } from '@/components/rule-editor/use-order';
import { later } from '@/components/ui/later';
import { ListFoot } from '@/components/ui/list-foot';
import { Notice } from '@/components/ui/notice';
import { focusFirstRow, useRowCursor } from '@/components/ui/row-keys';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useAddressFilters } from '@/components/ui/use-address-filters';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useSkeleton } from '@/components/ui/use-skeleton';
import {
  orderWith,
  useWorkflowOrder,
  useWorkflowPage,
  useWorkflowVerb,
  WORKFLOWS,
  type WorkflowPage,
} from '@/lib/client/workflows';
import type { WorkflowQuery, WorkflowSummary } from '@/lib/contracts/workflow';
import type { Connector } from '@/lib/engine/definition';
import { ListEmpty } from './list-empty';
import { type ChangeFilters, ListFilterBar } from './list-filter-bar';
import { ListHeader } from './list-header';
import { isWholeOrder, LIST_DEFAULTS, queryOf } from './list-query';
import { type CardActs, MovableCard, WorkflowCard } from './workflow-card';

const TemplatesDialog = later(() => import('./templates-dialog').then((module) => module.TemplatesDialog));
const DeleteDialog = later(() =>
  import('@/components/rule-editor/delete-dialog').then((module) => module.DeleteDialog),
);
const ImportDialog = later(() =>
  import('@/components/rule-editor/import-dialog').then((module) => module.ImportDialog),
);

export interface WorkflowListProps {
  /** What the server rendered, for which query. */
  initial: { query: WorkflowQuery; page: WorkflowPage };
  /** Names of what workflows speak of. */
  references: References;
  unconnected: readonly Connector[];
  mayWrite: boolean;
}

/** The page "Automated workflows". Its state is the address; the order of the cards is that of execution. */
export function WorkflowList({ initial, references, unconnected, mayWrite }: WorkflowListProps) {
  const t = useTranslations('workflows');
  const ui = useTranslations('ui');
  const router = useRouter();
  const [filters, change] = useAddressFilters(LIST_DEFAULTS);
  const search = useDeferredValue(filters.search);
  const query = useMemo(() => queryOf({ ...filters, search }), [filters, search]);
  const { data, isError, isPending, refetch, isPlaceholderData } = useWorkflowPage(query, initial);
  const rows = data?.items ?? [];
  const total = data?.total ?? 0;
  const first = (query.page - 1) * query.pageSize + 1;
  const send = useWorkflowVerb();
  const verbs = useListVerbs({
    family: 'workflow',
    send,
    reasonOf: (id, code) => {
      const waiting = code === 'invalid' ? rows.find((row) => row.id === id)?.waitsFor : undefined;
      return waiting?.map((connector) => t(`waits.${connector}`)).join(' · ') || undefined;
    },
  });
  const sendOrder = useWorkflowOrder();
  const order = useOrder({
    rows,
    first,
    send: async (ids) => sendOrder(total > ids.length ? await orderWith(ids, { ...query, total }) : ids),
    refuse: verbs.refuse,
  });
  const [open, setOpen] = useState<'templates' | 'import' | null>(null);
  const setAdded = useFocusOnArrival(rows);
  const [doomed, setDoomed] = useState<WorkflowSummary | null>(null);
  const skeleton = useSkeleton(isPending);
  const whole = isWholeOrder(query) && !isPlaceholderData;
  const acts: CardActs = {
    duplicate: (id) => router.push(`/workflows/new?from=${id}`),
    setActive: (workflow, active) => void verbs.run(active ? 'activate' : 'deactivate', [workflow]),
    remove: setDoomed,
    move: order.move,
  };
  useShortcut('n', () => router.push('/workflows/new'), { enabled: mayWrite });
  const cursor = useRowCursor<HTMLOListElement>();
  useShortcut('ArrowDown', focusFirstRow, { inText: true });
  const hint = whole ? t(mayWrite ? 'list.hint' : 'list.hintRead', { total }) : t('list.hintPart');
  const Card = whole && mayWrite ? MovableCard : WorkflowCard;
  return (
    <>
      <ListHeader
        total={data?.counts.all}
        mayWrite={mayWrite}
        onTemplates={() => setOpen('templates')}
        onImport={() => setOpen('import')}
      />
      <ListFilterBar filters={filters} change={change} counts={data?.counts} hint={total > 1 ? hint : null} />
      {mayWrite ? null : <Notice className="mx-5 mt-3 max-phone:mx-4">{t('readOnly')}</Notice>}
      <ListNotices
        failure={verbs.failure}
        onDismiss={verbs.dismiss}
        stale={isError && data !== undefined}
        onRetry={() => void refetch()}
      />
      {data ? null : isError ? (
        <ListFailed family="workflow" onRetry={() => void refetch()} />
      ) : skeleton ? (
        <SkeletonRows label={ui('loading')} />
      ) : null}
      {data && rows.length === 0 ? (
        <ListEmpty filters={filters} change={change} onTemplates={mayWrite ? () => setOpen('templates') : undefined} />
      ) : null}
      {rows.length > 0 ? (
        <SortableList grid ids={rows.map(({ id }) => id)} onPlace={order.placeAt}>
          <ol
            aria-label={t('list.order')}
            aria-busy={isPlaceholderData || undefined}
            {...cursor}
            className="grid grid-cols-2 gap-3 px-5 py-4 max-panel:grid-cols-1 max-phone:px-4"
          >
            {rows.map((workflow, index) => (
              <Card
                key={workflow.id}
                workflow={workflow}
                place={whole ? first + index : workflow.position}
                {...{ references, mayWrite, acts }}
              />
            ))}
          </ol>
        </SortableList>
      ) : null}
      <div className="flex-1" />
      {total > rows.length ? <Foot query={query} shown={rows.length} total={total} change={change} /> : null}
      {open === 'templates' ? (
        <TemplatesDialog
          {...{ references, unconnected, send }}
          names={rows.map(({ name }) => name)}
          onAdded={setAdded}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'import' ? <ImportDialog family="workflow" list={WORKFLOWS} onClose={() => setOpen(null)} /> : null}
      {doomed ? (
        <DeleteDialog
          family="workflow"
          rules={[doomed]}
          onClose={() => setDoomed(null)}
          onConfirm={() => {
            void verbs.run('delete', [doomed]);
            setDoomed(null);
          }}
        />
      ) : null}
    </>
  );
}

/** Brings into view, with the focus on it, what has been added, as soon as the list shows it. */
function useFocusOnArrival(rows: readonly { id: string }[]): (id: string) => void {
  const [awaited, setAwaited] = useState<string | null>(null);
  const isHere = rows.some(({ id }) => id === awaited);
  useEffect(() => {
    if (!awaited || !isHere) return;
    setAwaited(null);
    const link = document.querySelector<HTMLElement>(`#workflow-${awaited} [data-row-link]`);
    link?.scrollIntoView({ block: 'center' });
    link?.focus({ preventScroll: true });
  }, [awaited, isHere]);
  return setAwaited;
}

interface FootProps {
  query: WorkflowQuery;
  shown: number;
  total: number;
  change: ChangeFilters;
}

function Foot({ query: { page, pageSize }, shown, total, change }: FootProps) {
  const step = (to: number) => ({ onClick: () => change({ page: String(to) }) });
  const from = (page - 1) * pageSize + 1;
  return (
    <ListFoot
      from={from}
      to={from + shown - 1}
      total={total}
      previous={page > 1 ? step(page - 1) : undefined}
      next={page * pageSize < total ? step(page + 1) : undefined}
    />
  );
}
