import type { Metadata } from 'next';
import { getTimeZone, getTranslations } from 'next-intl/server';
import { ChangeList } from '@/components/settings/change-list';
import { historyAddress, isNarrowed, readHistoryFilters } from '@/components/settings/history-address';
import { HistoryFilterBar } from '@/components/settings/history-filter-bar';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { requireSession } from '@/lib/auth/current-actor';
import { changeFacets } from '@/lib/services/changes/facets';
import { may } from '@/lib/services/permit';
import { readHistory } from './read-history';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('tabs.history') };
}

interface HistoryPageProps {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const context = await requireSession();
  const t = await getTranslations('settings.history');
  if (!may(context.actor, 'changes.read')) return <EmptyState title={t('forbidden')} />;
  const filters = readHistoryFilters(await searchParams);
  const [facets, slice] = await Promise.all([
    changeFacets(context),
    readHistory(context, filters, new Date().toISOString(), await getTimeZone()),
  ]);
  if (facets.kinds.length === 0) return <EmptyState title={t('empty')} />;
  const kindName = (kind: string) => {
    const key = `kinds.${kind}` as 'kinds.trigger';
    return t.has(key) ? t(key) : kind.replaceAll('_', ' ');
  };
  return (
    <>
      <HistoryFilterBar
        filters={filters}
        kinds={facets.kinds.map((value) => ({ value, label: kindName(value) }))}
        actors={facets.actors.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {slice.items.length > 0 ? (
        <ChangeList
          changes={slice.items}
          newest={filters.cursor === '' ? null : historyAddress(filters)}
          older={slice.next && historyAddress(filters, { cursor: slice.next })}
        />
      ) : (
        <EmptyState
          title={t('emptyFiltered')}
          actions={isNarrowed(filters) ? <ButtonLink href="/settings/history">{t('filter.clear')}</ButtonLink> : null}
        />
      )}
    </>
  );
}
