import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ResponsesForm } from '@/components/channels/responses/responses-form';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { getBrand } from '@/lib/services/brands/read';
import { may } from '@/lib/services/permit';
import { getResponses } from '@/lib/services/responses/read';
import { listSchedules } from '@/lib/services/schedules/read';
import { type ChannelPageProps, loadChannel } from '../load-channel';

export async function generateMetadata({ params }: ChannelPageProps): Promise<Metadata> {
  const { channel } = await loadChannel((await params).key, 'responses');
  const t = await getTranslations('channels.tabs');
  return { title: `${t('responses')} · ${channel.name}` };
}

export default async function ResponsesPage({ params }: ChannelPageProps) {
  const { context, channel } = await loadChannel((await params).key, 'responses');
  const [brand, responses, schedules] = await Promise.all([
    getBrand(context, channel.brand),
    getResponses(context, channel.id),
    listSchedules(context, { page: 1, pageSize: 200 }),
  ]);
  return (
    <ClientMessages areas={['channels', 'responses', 'problems']}>
      <ResponsesForm
        key={channel.id}
        channel={channel}
        brandName={brand.name}
        initial={responses}
        schedules={schedules}
        mayWrite={may(context.actor, 'responses.write')}
      />
    </ClientMessages>
  );
}
