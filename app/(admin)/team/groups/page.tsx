import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GroupList } from '@/components/organisation/group-list';
import { requireSession } from '@/lib/auth/current-actor';
import { listGroups } from '@/lib/services/groups/read';
import { may } from '@/lib/services/permit';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('team');
  return { title: t('tabs.groups') };
}

export default async function GroupsPage() {
  const context = await requireSession();
  const groups = await listGroups(context, { page: 1, pageSize: 200 });
  return <GroupList initial={groups} manage={may(context.actor, 'organisation.write')} />;
}
