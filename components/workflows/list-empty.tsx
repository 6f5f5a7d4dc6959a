'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import type { ChangeFilters } from './list-filter-bar';
import { LIST_DEFAULTS, type ListFilters } from './list-query';

interface ListEmptyProps {
  filters: ListFilters;
  change: ChangeFilters;
  /** Absent for those who only read. */
  onTemplates: (() => void) | undefined;
}

/** Nothing to list: because nothing matches, or because there is nothing yet. */
export function ListEmpty({ filters, change, onTemplates }: ListEmptyProps) {
  const t = useTranslations('workflows');
  const query = filters.search.trim();
  if (query !== '') {
    return (
      <EmptyState
        title={t('list.noMatch', { query })}
        text={t('list.noMatchText')}
        actions={<Button onClick={() => change({ search: '', status: 'all' })}>{t('list.clearSearch')}</Button>}
      />
    );
  }
  if (filters.status !== 'all' || filters.page !== '1') {
    return (
      <EmptyState
        title={filters.status === 'all' ? t('list.noPage') : t('list.noMatchStatus', { status: filters.status })}
        actions={<Button onClick={() => change(LIST_DEFAULTS)}>{t('list.showAll')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={t('list.emptyTitle')}
      text={t('list.emptyText')}
      actions={
        onTemplates ? (
          <>
            <Button variant="primary" onClick={onTemplates}>
              {t('list.startTemplate')}
            </Button>
            <ButtonLink href="/workflows/new" variant="quiet">
              {t('new')}
            </ButtonLink>
          </>
        ) : null
      }
    />
  );
}
