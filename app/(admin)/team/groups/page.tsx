import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GroupList } from '@/components/organisation/group-list';
import { queryOf } from '@/components/organisation/list-query';
import { requireSession } from '@/lib/auth/current-actor';
import { readAccountStatus } from '@/lib/services/account/status';
import { listGroups } from '@/lib/services/groups/read';
import { may } from '@/lib/services/permit';
import { EVERYTHING, firstValues, type SearchParams } from '../search-params';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('team');
  return { title: t('tabs.groups') };
}

export default async function GroupsPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await requireSession();
  const { page: number, pageSize, search } = queryOf(firstValues(await searchParams));
  const query = { page: number, pageSize, ...(search && { search }) };
  const [page, all, accountStatus] = await Promise.all([
    listGroups(context, query),
    listGroups(context, EVERYTHING),
    readAccountStatus(context),
  ]);
  const names = all.items.map(({ key, name }) => ({ key, name }));
  const manage = may(context.actor, 'organisation.write');
  return <GroupList initial={{ query, page }} accountStatus={accountStatus} all={names} manage={manage} />;
}
