import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BotList } from '@/components/bots/bot-list';
import { requireSession } from '@/lib/auth/current-actor';
import { listBots } from '@/lib/services/bots/read';
import { may } from '@/lib/services/permit';
import { BotMessages } from './bot-messages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bots.list');
  return { title: t('title') };
}

export default async function BotsPage() {
  const context = await requireSession();
  const bots = await listBots(context, { page: 1, pageSize: 200 });
  return (
    <BotMessages>
      <BotList initial={bots} mayWrite={may(context.actor, 'bots.write')} />
    </BotMessages>
  );
}
