import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { queryOf } from '@/components/organisation/list-query';
import { UserList } from '@/components/organisation/user-list';
import { EmptyState } from '@/components/ui/empty-state';
import { requireSession } from '@/lib/auth/current-actor';
import { readAccountStatus } from '@/lib/services/account/status';
import { listGroups } from '@/lib/services/groups/read';
import { may } from '@/lib/services/permit';
import { listSchedules } from '@/lib/services/schedules/read';
import { listUsers } from '@/lib/services/team/read';
import { EVERYTHING, firstValues, type SearchParams } from './search-params';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('team');
  return { title: t('title') };
}

export default async function TeamPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await requireSession();
  const t = await getTranslations('team');
  if (!may(context.actor, 'team.read')) return <EmptyState title={t('forbidden')} />;
  const query = queryOf(firstValues(await searchParams));
  const [page, accountStatus, groups, schedules] = await Promise.all([
    listUsers(context, query),
    readAccountStatus(context),
    listGroups(context, EVERYTHING),
    listSchedules(context, EVERYTHING),
  ]);
  return (
    <UserList
      initial={{ query, page }}
      accountStatus={accountStatus}
      groups={groups.items}
      schedules={schedules.items.map(({ key, name }) => ({ key, name }))}
      manage={may(context.actor, 'team.manage')}
    />
  );
}
