'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useState } from 'react';
import { BulkBar } from '@/components/ui/bulk-bar';
import { Button } from '@/components/ui/button';
import { ColourDot } from '@/components/ui/colour-dot';
import { EmptyState } from '@/components/ui/empty-state';
import { ListFoot, type PageStep } from '@/components/ui/list-foot';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { focusFirstRow } from '@/components/ui/row-keys';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useAddressFilters } from '@/components/ui/use-address-filters';
import { useSelection } from '@/components/ui/use-selection';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useSkeleton } from '@/components/ui/use-skeleton';
import { useTicketSlice, useTicketUpdates } from '@/lib/client/tickets';
import type { Ticket, TicketSlice } from '@/lib/contracts/ticket';
import { BulkChoice } from './bulk-choice';
import { BulkTag } from './bulk-tag';
import type { TicketChoices } from './choices';
import { TicketFilterBar } from './filter-bar';
import { localDays } from './local-days';
import { TicketTable } from './ticket-table';
import { isNarrowed, NO_FILTERS, queryOf, type TicketFilters } from './tickets-address';
import { useBulk } from './use-bulk';

export interface TicketListProps {
  choices: TicketChoices;
  /** What the server rendered, for which address. */
  initial: { filters: TicketFilters; slice: TicketSlice };
}

const NONE: readonly Ticket[] = [];

/** The page "Tickets". Its state is the address. */
export function TicketList({ choices, initial }: TicketListProps) {
  const t = useTranslations('tickets');
  const ui = useTranslations('ui');
  const [filters, change] = useAddressFilters(NO_FILTERS);
  const search = useDeferredValue(filters.search);
  const asked = useMemo(() => ({ ...filters, search }), [filters, search]);
  const address = JSON.stringify(asked);
  const { data, isError, isPending, isPlaceholderData, refetch } = useTicketSlice(
    address,
    () => queryOf(asked, localDays),
    address === JSON.stringify(initial.filters) ? initial.slice : undefined,
  );
  useTicketUpdates();
  const rows = data?.items ?? NONE;
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const selection = useSelection(ids);
  const bulk = useBulk();
  const skeleton = useSkeleton(isPending);
  const paging = usePaging(filters, change, data?.next ?? null);
  const chosen = rows.filter(({ id }) => selection.selected.has(id));
  useShortcut('Escape', selection.clear, { enabled: chosen.length > 0 });
  useShortcut('ArrowDown', focusFirstRow, { inText: true });
  return (
    <>
      <PageHeader title={t('title')} />
      <TicketFilterBar filters={filters} choices={choices} change={change} />
      {bulk.failure ? (
        <Notice
          tone="stop"
          className="mx-5 my-2 max-phone:mx-4"
          action={
            <Button size="sm" variant="quiet" onClick={bulk.dismiss}>
              {t('bulk.dismiss')}
            </Button>
          }
        >
          {bulk.failure.title}
          {bulk.failure.lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </Notice>
      ) : null}
      {data?.partial ? <Notice className="mx-5 my-2 max-phone:mx-4">{t('partial')}</Notice> : null}
      {isError ? (
        <Notice
          tone={data ? 'wait' : 'stop'}
          className="mx-5 my-2 max-phone:mx-4"
          action={
            <Button size="sm" variant="quiet" onClick={() => void refetch()}>
              {t('retry')}
            </Button>
          }
        >
          {t(data ? 'stale' : 'failed')}
        </Notice>
      ) : null}
      {!data && !isError && skeleton ? <SkeletonRows label={ui('loading')} /> : null}
      {data && rows.length === 0 ? <NothingFound filters={filters} change={change} /> : null}
      {rows.length > 0 ? (
        <div className="relative flex flex-1 flex-col" aria-busy={isPlaceholderData || undefined}>
          <TicketTable tickets={rows} selection={selection} />
          <div className="flex-1" />
          <BulkBar count={chosen.length} onClear={selection.clear}>
            <Bulk choices={choices} chosen={chosen} bulk={bulk} onDone={selection.clear} />
          </BulkBar>
        </div>
      ) : null}
      {rows.length > 0 ? <ListFoot range={t('shown', { count: rows.length })} hint={t('hint')} {...paging} /> : null}
    </>
  );
}

interface BulkProps {
  choices: TicketChoices;
  chosen: Ticket[];
  bulk: ReturnType<typeof useBulk>;
  /** A verb was chosen: the selection has done its work. */
  onDone: () => void;
}

function Bulk({ choices, chosen, bulk, onDone }: BulkProps) {
  const t = useTranslations('tickets.bulk');
  const nobody = useTranslations('tickets')('nobody');
  const { statuses, agents, tags } = choices;
  const nameOf = (list: readonly { key: string; name: string }[], key: string) =>
    list.find((each) => each.key === key)?.name ?? key;
  return (
    <>
      <BulkChoice
        label={t('status')}
        shortcut="s"
        searchLabel={t('findStatus')}
        options={statuses.map(({ key, name, colour, class: ofClass }) => ({
          ...{ value: key, label: name },
          icon: <ColourDot colour={colour} hollow={ofClass === 'closed'} />,
        }))}
        onChoose={(key) => {
          onDone();
          void bulk.set('status', key, chosen, (count) => t('statusSet', { count, status: nameOf(statuses, key) }));
        }}
      />
      <BulkChoice
        label={t('assign')}
        shortcut="a"
        searchLabel={t('findAgent')}
        options={[
          { value: NOBODY, label: nobody },
          ...agents.filter(({ active }) => active).map(({ key, name }) => ({ value: key, label: name })),
        ]}
        onChoose={(key) => {
          onDone();
          void bulk.set('assignee', key === NOBODY ? null : key, chosen, (count) =>
            key === NOBODY ? t('unassigned', { count }) : t('assigned', { count, agent: nameOf(agents, key) }),
          );
        }}
      />
      <BulkTag
        suggestions={tags}
        onAdd={(added) => {
          onDone();
          void bulk.addTags(added, chosen);
        }}
      />
    </>
  );
}

/** No key of an agent: keys begin with a letter or a digit. */
const NOBODY = '-';

interface NothingFoundProps {
  filters: TicketFilters;
  change: (changes: Partial<TicketFilters>) => void;
}

function NothingFound({ filters, change }: NothingFoundProps) {
  const t = useTranslations('tickets.empty');
  const search = filters.search.trim();
  const clear = <Button onClick={() => change(NO_FILTERS)}>{t('clear')}</Button>;
  const all = <Button onClick={() => change({ class: 'any' })}>{t('showAll')}</Button>;
  if (!isNarrowed(filters)) return <EmptyState title={t('open')} text={t('openText')} actions={all} />;
  return (
    <EmptyState
      title={search ? t('search', { search }) : t('filtered')}
      actions={
        <>
          {clear}
          {filters.class === 'any' ? null : all}
        </>
      }
    />
  );
}

/** Forward by the cursor; back by those that led here, or to the first page where the address was opened as it is. */
function usePaging(
  filters: TicketFilters,
  change: (changes: Partial<TicketFilters>, options?: { history: 'push' }) => void,
  next: string | null,
): { previous?: PageStep; next?: PageStep } {
  const [trail, setTrail] = useState<readonly string[]>([]);
  const at = trail.indexOf(filters.cursor);
  const before = at === -1 ? '' : (trail[at - 1] ?? '');
  return {
    ...(filters.cursor !== '' && { previous: { onClick: () => change({ cursor: before }, { history: 'push' }) } }),
    ...(next !== null && {
      next: {
        onClick: () => {
          setTrail([...(at === -1 ? [''] : trail.slice(0, at + 1)), next]);
          change({ cursor: next }, { history: 'push' });
        },
      },
    }),
  };
}
