import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UserList } from '@/components/organisation/user-list';
import { EmptyState } from '@/components/ui/empty-state';
import { requireSession } from '@/lib/auth/current-actor';
import { listGroups } from '@/lib/services/groups/read';
import { may } from '@/lib/services/permit';
import { listUsers } from '@/lib/services/team/read';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('team');
  return { title: t('title') };
}

export default async function TeamPage() {
  const context = await requireSession();
  const t = await getTranslations('team');
  if (!may(context.actor, 'team.read')) return <EmptyState title={t('forbidden')} />;
  const all = { page: 1, pageSize: 200 };
  const [users, groups] = await Promise.all([listUsers(context, all), listGroups(context, all)]);
  return <UserList initial={users} groups={groups.items} manage={may(context.actor, 'team.manage')} />;
}
