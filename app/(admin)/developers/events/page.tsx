import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EventSender } from '@/components/developers/event-sender';
import { EventTable } from '@/components/log/event-list';
import { Link } from '@/components/ui/link';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { listEvents } from '@/lib/services/events/read';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('developers');
  return { title: t('tabs.events') };
}

const SHOWN = 8;

export default async function TestEventPage() {
  const context = await requireSession();
  const [t, { items }] = await Promise.all([
    getTranslations('developers.events'),
    listEvents(context, { limit: SHOWN }),
  ]);
  return (
    <ClientMessages areas={['log']}>
      <EventSender />
      {items.length > 0 ? (
        <section aria-labelledby="recent-events" className="border-t border-line pt-4">
          <div className="flex flex-wrap items-baseline gap-3 px-5 pb-2 max-phone:px-4">
            <h2 id="recent-events" className="font-semibold">
              {t('recent')}
            </h2>
            <Link href="/log/events" className="link">
              {t('all')}
            </Link>
          </div>
          <EventTable events={items} />
        </section>
      ) : null}
    </ClientMessages>
  );
}
