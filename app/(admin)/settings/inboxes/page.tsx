import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InboxSettings } from '@/components/settings/inbox-settings';
import { requireSession } from '@/lib/auth/current-actor';
import { listInboxGroups } from '@/lib/services/inbox-groups/read';
import { listInboxes } from '@/lib/services/inboxes/read';
import { may } from '@/lib/services/permit';
import { listUsed } from '@/lib/services/tickets/uses';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('tabs.inboxes') };
}

export default async function InboxesPage() {
  const context = await requireSession();
  const all = { page: 1, pageSize: 200 };
  const [inboxes, groups, used] = await Promise.all([
    listInboxes(context, all),
    listInboxGroups(context, all),
    listUsed(context, 'inbox'),
  ]);
  return (
    <InboxSettings inboxes={inboxes} groups={groups} used={used} manage={may(context.actor, 'organisation.write')} />
  );
}
