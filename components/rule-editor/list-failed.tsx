'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { ListFamily } from './use-list-verbs';

/** Instead of the list: it could not be read at all. */
export function ListFailed({ family, onRetry }: { family: ListFamily; onRetry: () => void }) {
  const t = useTranslations('lists.failed');
  return (
    <div role="alert">
      <EmptyState
        title={t('title', { family })}
        text={t('text')}
        actions={<Button onClick={onRetry}>{t('retry')}</Button>}
      />
    </div>
  );
}
