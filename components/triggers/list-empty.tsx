'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { later } from '@/components/ui/later';
import type { ChangeFilters } from './list-filter-bar';
import type { ListFilters } from './list-query';

const RecipesDialog = later(() => import('./recipes-dialog').then((module) => module.RecipesDialog));

interface ListEmptyProps {
  filters: ListFilters;
  change: ChangeFilters;
  mayWrite: boolean;
}

/** Nothing to list: because nothing matches, or because there is nothing yet. */
export function ListEmpty({ filters, change, mayWrite }: ListEmptyProps) {
  const t = useTranslations('triggers');
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
  if (filters.event !== '' || filters.channel !== '') {
    return (
      <EmptyState
        title={t('list.noMatchFilters')}
        actions={
          <Button onClick={() => change({ event: '', channel: '', status: 'all' })}>{t('list.clearFilters')}</Button>
        }
      />
    );
  }
  if (filters.status !== 'all' || filters.page !== '1') {
    return (
      <EmptyState
        title={t('list.noMatchStatus', { status: filters.status })}
        actions={<Button onClick={() => change({ status: 'all', page: '1' })}>{t('list.showAll')}</Button>}
      />
    );
  }
  return <NothingYet mayWrite={mayWrite} />;
}

function NothingYet({ mayWrite }: { mayWrite: boolean }) {
  const t = useTranslations('triggers');
  const [recipes, setRecipes] = useState(false);
  return (
    <>
      <EmptyState
        title={t('list.emptyTitle')}
        text={t('list.emptyText')}
        actions={
          mayWrite ? (
            <>
              <Button variant="primary" onClick={() => setRecipes(true)}>
                {t('list.startRecipe')}
              </Button>
              <ButtonLink href="/triggers/new" variant="quiet">
                {t('new')}
              </ButtonLink>
            </>
          ) : null
        }
      />
      {recipes ? <RecipesDialog onClose={() => setRecipes(false)} /> : null}
    </>
  );
}
