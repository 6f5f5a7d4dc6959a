import type { Metadata } from 'next';
import { getTimeZone, getTranslations } from 'next-intl/server';
import { MessageResults } from '@/components/proactive/message-results';
import { messageResults } from '@/lib/services/proactive/results';
import { loadMessage, type MessagePageProps } from '../load-message';
import { MessageFrame } from '../message-frame';

export async function generateMetadata({ params }: MessagePageProps): Promise<Metadata> {
  const [{ message }, t] = await Promise.all([loadMessage((await params).id), getTranslations('proactive.tabs')]);
  return { title: `${t('results')} · ${message.name}` };
}

export default async function ResultsPage({ params }: MessagePageProps) {
  const [{ context, message }, timeZone] = await Promise.all([loadMessage((await params).id), getTimeZone()]);
  return (
    <MessageFrame message={message}>
      <MessageResults id={message.id} results={await messageResults(context, message.id, { timeZone })} />
    </MessageFrame>
  );
}
