'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ListFoot, type PageStep } from '@/components/ui/list-foot';
import type { Page } from '@/lib/contracts/list';
import type { OrganisationQuery } from './list-query';

export interface PagedFootProps {
  query: OrganisationQuery;
  page: Page<unknown> | undefined;
  change: (to: { page: string }, options?: { history: 'push' }) => void;
}

/** Range and paging; nothing below an empty list. */
export function PagedFoot({ query, page, change }: PagedFootProps) {
  if (!page || page.items.length === 0) return null;
  const before = (query.page - 1) * query.pageSize;
  const step = (to: number, exists: boolean): PageStep | undefined =>
    exists ? { onClick: () => change({ page: String(to) }, { history: 'push' }) } : undefined;
  return (
    <ListFoot
      {...{ from: before + 1, to: before + page.items.length, total: page.total }}
      previous={step(query.page - 1, query.page > 1)}
      next={step(query.page + 1, before + page.items.length < page.total)}
    />
  );
}

/** Below a list that a search or filter has emptied. */
export function FoundNone({
  data,
  search,
  onClear,
}: {
  data: Page<unknown> | undefined;
  search: string;
  onClear: () => void;
}) {
  const t = useTranslations('team.none');
  if (!data || data.items.length > 0) return null;
  return (
    <EmptyState
      title={search.trim() ? t('search', { search: search.trim() }) : t('filtered')}
      actions={<Button onClick={onClear}>{t('clear')}</Button>}
    />
  );
}
