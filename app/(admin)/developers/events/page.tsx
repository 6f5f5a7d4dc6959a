import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EventSender } from '@/components/developers/event-sender';
import { requireSession } from '@/lib/auth/current-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('developers');
  return { title: t('tabs.events') };
}

export default async function TestEventPage() {
  await requireSession();
  return <EventSender />;
}
