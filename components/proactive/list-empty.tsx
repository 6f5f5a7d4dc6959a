'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { ChangeFilters } from './list-filter-bar';
import { LIST_DEFAULTS, type ListFilters } from './list-query';

interface ListEmptyProps {
  filters: ListFilters;
  change: ChangeFilters;
  onStart: (() => void) | undefined;
}

/** Nothing to list: because nothing matches, or because there is nothing yet. */
export function ListEmpty({ filters, change, onStart }: ListEmptyProps) {
  const t = useTranslations('proactive.list');
  const { search, status, brand, channel } = filters;
  if (search.trim() !== '' || status !== 'all' || brand !== '' || channel !== '') {
    return (
      <EmptyState
        title={search.trim() === '' ? t('noneHere') : t('noMatch', { query: search.trim() })}
        actions={<Button onClick={() => change(LIST_DEFAULTS)}>{t('showAll')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={t('emptyTitle')}
      text={t('emptyText')}
      actions={
        onStart ? (
          <Button variant="primary" onClick={onStart}>
            {t('emptyStart')}
          </Button>
        ) : null
      }
    />
  );
}
