import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MessageJson } from '@/components/proactive/message-json';
import { may } from '@/lib/services/permit';
import { loadMessage, type MessagePageProps } from '../load-message';
import { MessageFrame } from '../message-frame';

export async function generateMetadata({ params }: MessagePageProps): Promise<Metadata> {
  const [{ message }, t] = await Promise.all([loadMessage((await params).id), getTranslations('proactive.tabs')]);
  return { title: `${t('json')} · ${message.name}` };
}

export default async function JsonPage({ params }: MessagePageProps) {
  const { context, message } = await loadMessage((await params).id);
  return (
    <MessageFrame message={message}>
      <MessageJson key={message.version} message={message} mayWrite={may(context.actor, 'rules.write')} />
    </MessageFrame>
  );
}
