import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MessageEditor } from '@/components/proactive/message-editor';
import { referencesOf } from '@/components/rule-editor/choices-to-references';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { may } from '@/lib/services/permit';
import { listReach } from '@/lib/services/proactive/reach';
import { ruleChoices } from '@/lib/services/rules/choices';
import { loadPlaces } from '../load-places';
import { loadMessage, type MessagePageProps } from './load-message';

export async function generateMetadata({ params }: MessagePageProps): Promise<Metadata> {
  const { message } = await loadMessage((await params).id);
  return { title: message.name };
}

export default async function MessagePage({ params }: MessagePageProps) {
  const { context, message } = await loadMessage((await params).id);
  const [choices, { brands }, channels, t] = await Promise.all([
    ruleChoices(context),
    loadPlaces(context),
    listReach(context),
    getTranslations('rules.editor'),
  ]);
  return (
    <ClientMessages areas={['proactive', 'rules', 'problems']}>
      <MessageEditor
        key={message.id}
        {...{ message, brands, channels }}
        references={referencesOf(choices, t('inactive'))}
        may={{ write: may(context.actor, 'rules.write'), settings: may(context.actor, 'settings.manage') }}
      />
    </ClientMessages>
  );
}
