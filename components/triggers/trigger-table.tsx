'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { HeadCell, ListTable } from '@/components/ui/list-table';
import type { Selection } from '@/components/ui/use-selection';
import type { TriggerQuery, TriggerSummary } from '@/lib/contracts/trigger';
import { type Order, type Sort, usualOrder } from './list-query';
import { type RowActs, TriggerRow } from './trigger-row';

export interface TriggerTableProps {
  rows: readonly TriggerSummary[];
  query: TriggerQuery;
  selection: Selection;
  acts: RowActs;
  mayWrite: boolean;
  onSort: (sort: Sort, order: Order) => void;
}

/** Columns that can be sorted turn round when they are sorted already. */
export function TriggerTable({ rows, query, selection, acts, mayWrite, onSort }: TriggerTableProps) {
  const t = useTranslations('triggers');
  const sorted = query.sort ?? 'status';
  const order = query.order ?? usualOrder(sorted);
  const sorting = (column: Sort) => ({
    sort: sorted === column ? ARIA[order] : ('none' as const),
    onSort: () => onSort(column, sorted === column ? TURNED[order] : usualOrder(column)),
  });
  return (
    <ListTable label={t('title')} sticky={false}>
      <thead>
        <tr>
          {mayWrite ? (
            <HeadCell kind="choice">
              <Checkbox checked={selection.all} onChange={selection.toggleAll} label={t('list.selectAll')} hideLabel />
            </HeadCell>
          ) : null}
          <HeadCell kind="name" {...sorting('name')}>
            {t('list.name')}
          </HeadCell>
          <HeadCell className="max-[1919px]:hidden">{t('list.description')}</HeadCell>
          <HeadCell {...sorting('status')}>{t('list.status')}</HeadCell>
          <HeadCell className="max-[1240px]:hidden">{t('list.runsOn')}</HeadCell>
          <HeadCell align="end" {...sorting('fired')}>
            {t('list.fired')}
          </HeadCell>
          <HeadCell title={t('list.week')}>
            <span className="sr-only">{t('list.week')}</span>
          </HeadCell>
          <HeadCell align="end">{t('list.failed')}</HeadCell>
          <HeadCell {...sorting('changed')}>{t('list.changed')}</HeadCell>
          <HeadCell kind="menu">
            <span className="sr-only">{t('list.options')}</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((trigger) => (
          <TriggerRow
            key={trigger.id}
            trigger={trigger}
            selected={selection.selected.has(trigger.id)}
            mayWrite={mayWrite}
            acts={acts}
          />
        ))}
      </tbody>
    </ListTable>
  );
}

const ARIA = { asc: 'ascending', desc: 'descending' } as const;
const TURNED = { asc: 'desc', desc: 'asc' } as const;
