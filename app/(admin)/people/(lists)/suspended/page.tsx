import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PAGE_SIZE } from '@/components/people/people-address';
import { SuspendedTable } from '@/components/people/suspended-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ListFoot } from '@/components/ui/list-foot';
import { requireSession } from '@/lib/auth/current-actor';
import { listCustomers } from '@/lib/services/customers/read';
import { may } from '@/lib/services/permit';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers');
  return { title: t('tabs.suspended') };
}

export default async function SuspendedPage({ searchParams }: { searchParams: Promise<{ page?: string | string[] }> }) {
  const context = await requireSession();
  const asked = Number((await searchParams).page);
  const page = Number.isSafeInteger(asked) && asked > 0 && asked <= 100_000 ? asked : 1;
  const [t, { items, total }] = await Promise.all([
    getTranslations('customers'),
    listCustomers(context, { suspended: true, page, pageSize: PAGE_SIZE }),
  ]);
  if (items.length === 0) return <EmptyState title={t('suspended.none')} text={t('suspended.noneText')} />;
  const before = (page - 1) * PAGE_SIZE;
  const step = (to: number, exists: boolean) => (exists ? { href: `/people/suspended?page=${to}` } : undefined);
  return (
    <>
      <SuspendedTable customers={items} mayLift={may(context.actor, 'customers.suspend')} />
      <ListFoot
        {...{ from: before + 1, to: before + items.length, total }}
        previous={step(page - 1, page > 1)}
        next={step(page + 1, before + items.length < total)}
      />
    </>
  );
}
