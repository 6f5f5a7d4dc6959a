import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { isNarrowed, PAGE_SIZE, peopleAddress, queryOf, readFilters } from '@/components/people/people-address';
import { PeopleFilterBar } from '@/components/people/people-filter-bar';
import { PeopleTable } from '@/components/people/people-table';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ListFoot } from '@/components/ui/list-foot';
import { requireSession } from '@/lib/auth/current-actor';
import { listCustomers, listCustomerTags } from '@/lib/services/customers/read';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers');
  return { title: t('title') };
}

interface PeoplePageProps {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const context = await requireSession();
  const filters = readFilters(await searchParams);
  const [t, { items, total }, tags] = await Promise.all([
    getTranslations('customers'),
    listCustomers(context, queryOf(filters, new Date())),
    listCustomerTags(context),
  ]);
  const { page } = filters;
  const before = (page - 1) * PAGE_SIZE;
  const step = (to: number, exists: boolean) => (exists ? { href: peopleAddress(filters, { page: to }) } : undefined);
  return (
    <>
      <PeopleFilterBar filters={filters} tags={tags} />
      {items.length > 0 ? (
        <>
          <PeopleTable customers={items} />
          <ListFoot
            {...{ from: before + 1, to: before + items.length, total }}
            previous={step(page - 1, page > 1)}
            next={step(page + 1, before + items.length < total)}
          />
        </>
      ) : isNarrowed(filters) || page > 1 ? (
        <EmptyState
          title={filters.search.trim() ? t('empty.search', { search: filters.search.trim() }) : t('empty.filtered')}
          actions={<ButtonLink href="/people">{t('empty.clear')}</ButtonLink>}
        />
      ) : (
        <EmptyState title={t('empty.never')} text={t('empty.neverText')} />
      )}
    </>
  );
}
