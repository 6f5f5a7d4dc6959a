import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { BotEditor } from '@/components/bots/bot-editor';
import { requireSession } from '@/lib/auth/current-actor';
import { AppError } from '@/lib/contracts/app-error';
import { getBot } from '@/lib/services/bots/read';
import { BotMessages } from '../bot-messages';
import { loadPlaces } from '../load-places';

interface BotPageProps {
  params: Promise<{ id: string }>;
}

/** The bot of the address; read once per request. */
const loadBot = cache(async (id: string) => {
  const context = await requireSession();
  try {
    return { context, bot: await getBot(context, id) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: BotPageProps): Promise<Metadata> {
  const { bot } = await loadBot((await params).id);
  return { title: bot.name };
}

export default async function BotPage({ params }: BotPageProps) {
  const { context, bot } = await loadBot((await params).id);
  const places = await loadPlaces(context);
  return (
    <BotMessages>
      <BotEditor key={bot.id} initial={bot} published={bot.channels.map(({ key }) => key)} stored={bot} {...places} />
    </BotMessages>
  );
}
