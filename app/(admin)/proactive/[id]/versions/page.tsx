import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MessageVersions } from '@/components/proactive/message-versions';
import { may } from '@/lib/services/permit';
import { listMessageVersions } from '@/lib/services/proactive/verbs';
import { loadMessage, type MessagePageProps } from '../load-message';
import { MessageFrame } from '../message-frame';

export async function generateMetadata({ params }: MessagePageProps): Promise<Metadata> {
  const [{ message }, t] = await Promise.all([loadMessage((await params).id), getTranslations('proactive.tabs')]);
  return { title: `${t('versions')} · ${message.name}` };
}

export default async function VersionsPage({ params }: MessagePageProps) {
  const { context, message } = await loadMessage((await params).id);
  return (
    <MessageFrame message={message}>
      <MessageVersions
        id={message.id}
        current={message.version}
        versions={await listMessageVersions(context, message.id)}
        mayWrite={may(context.actor, 'rules.write')}
      />
    </MessageFrame>
  );
}
