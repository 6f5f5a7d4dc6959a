import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { BotEditor, type BotSettings } from '@/components/bots/bot-editor';
import { requireSession } from '@/lib/auth/current-actor';
import { defaultTexts } from '@/lib/engine/bots/defaults';
import { getAccount } from '@/lib/services/account/read';
import { nameOfBotCopy } from '@/lib/services/bots/create';
import { getBot } from '@/lib/services/bots/read';
import type { Context } from '@/lib/services/context';
import { BotMessages } from '../bot-messages';
import { loadPlaces } from '../load-places';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bots.editor');
  return { title: t('newTitle') };
}

interface NewBotPageProps {
  /** `channel`: where it is to answer. */
  searchParams: Promise<{ from?: string; channel?: string }>;
}

/** With the usual texts, or a copy: nothing is stored before Create. */
export default async function NewBotPage({ searchParams }: NewBotPageProps) {
  const context = await requireSession();
  const places = await loadPlaces(context);
  if (!places.mayWrite) redirect('/bots');
  const { from, channel } = await searchParams;
  const published = places.channels.filter(({ key }) => key === channel).map(({ key }) => key);
  const initial = from ? await copyOf(context, from) : await blank(context);
  return (
    <BotMessages>
      <BotEditor key={from ?? ''} initial={initial} published={published} stored={null} {...places} />
    </BotMessages>
  );
}

async function copyOf(context: Context, id: string): Promise<BotSettings> {
  const bot = await getBot(context, id);
  return { ...bot, name: await nameOfBotCopy(context, bot.name, await getLocale()) };
}

async function blank(context: Context): Promise<BotSettings> {
  const { language } = await getAccount(context);
  const texts = structuredClone(defaultTexts(language));
  // Plain JSON on both sides; the engine's types are read-only.
  return {
    name: '',
    avatar: '🤖',
    language,
    active: true,
    answers: [],
    ...(texts as Pick<BotSettings, 'greeting' | 'fallback' | 'human'>),
  };
}
