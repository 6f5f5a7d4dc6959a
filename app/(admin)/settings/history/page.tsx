import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ChangeList } from '@/components/settings/change-list';
import { EmptyState } from '@/components/ui/empty-state';
import { requireSession } from '@/lib/auth/current-actor';
import { listChanges } from '@/lib/services/changes/list';
import { may } from '@/lib/services/permit';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('tabs.history') };
}

export default async function HistoryPage({ searchParams }: { searchParams: Promise<{ cursor?: string | string[] }> }) {
  const context = await requireSession();
  const t = await getTranslations('settings.history');
  if (!may(context.actor, 'changes.read')) return <EmptyState title={t('forbidden')} />;
  const { cursor } = await searchParams;
  const slice = await listChanges(context, { limit: 50, ...(typeof cursor === 'string' && { cursor }) });
  if (slice.items.length === 0) return <EmptyState title={t('empty')} />;
  return <ChangeList changes={slice.items} next={slice.next} paged={cursor !== undefined} />;
}
