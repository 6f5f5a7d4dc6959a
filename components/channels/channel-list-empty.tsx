'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LIST_DEFAULTS, type ListFilters } from './list-query';

interface ChannelListEmptyProps {
  filters: ListFilters;
  change: (changes: Partial<ListFilters>) => void;
  onNew?: () => void;
}

/** Nothing to list: because nothing matches, or because there is nothing yet. */
export function ChannelListEmpty({ filters, change, onNew }: ChannelListEmptyProps) {
  const t = useTranslations('channels.list');
  const create = useTranslations('channels.new');
  const query = filters.search.trim();
  const filtered = query !== '' || filters.status !== 'all' || filters.kind !== 'all' || filters.page !== '1';
  if (filtered) {
    return (
      <EmptyState
        title={query === '' ? t('noMatchFilters') : t('noMatch', { query })}
        actions={<Button onClick={() => change(LIST_DEFAULTS)}>{t('showAll')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={t('emptyTitle')}
      text={t('emptyText')}
      actions={
        onNew ? (
          <Button variant="primary" onClick={onNew}>
            {create('open')}
          </Button>
        ) : null
      }
    />
  );
}
