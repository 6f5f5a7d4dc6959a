import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EventFilterBar, EventTable } from '@/components/log/event-list';
import { eventsAddress } from '@/components/log/events-address';
import { type AddressParams, first } from '@/components/log/log-filters';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ListFoot } from '@/components/ui/list-foot';
import { PageHeader } from '@/components/ui/page-header';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { getFormats } from '@/lib/i18n/get-formats';
import { listEvents } from '@/lib/services/events/read';
import { orNotFound } from '../or-not-found';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('log.events');
  return { title: t('title') };
}

export default async function EventsPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const context = await requireSession();
  const params = await searchParams;
  const filters = { type: first(params.type).slice(0, 100), conversation: first(params.conversation).slice(0, 200) };
  const cursor = first(params.cursor);
  const given = Object.fromEntries(Object.entries({ ...filters, cursor }).filter(([, value]) => value !== ''));
  const [t, formats, { items, next }] = await Promise.all([
    getTranslations('log'),
    getFormats(),
    orNotFound(listEvents(context, { ...given, limit: 50 })),
  ]);
  const [newest, oldest] = [items[0], items.at(-1)];
  return (
    <ClientMessages areas={['log', 'firings', 'rules']}>
      <PageHeader crumb={{ label: t('title'), href: '/log' }} title={t('events.title')} />
      <EventFilterBar filters={filters} live={cursor === ''} />
      {newest && oldest ? (
        <>
          <EventTable events={items} />
          <ListFoot
            range={t('foot.range', { from: formats.exact(newest.receivedAt), to: formats.exact(oldest.receivedAt) })}
            previous={cursor === '' ? undefined : { href: eventsAddress(filters) }}
            next={next === null ? undefined : { href: eventsAddress(filters, next) }}
          />
        </>
      ) : (
        <NoEvents narrowed={Object.keys(given).length > 0} />
      )}
    </ClientMessages>
  );
}

async function NoEvents({ narrowed }: { narrowed: boolean }) {
  const t = await getTranslations('log');
  if (narrowed) {
    const clear = <ButtonLink href="/log/events">{t('filter.clear')}</ButtonLink>;
    return <EmptyState title={t('events.emptyFiltered')} actions={clear} />;
  }
  const docs = (
    <ButtonLink variant="primary" href="/developers/events">
      {t('events.docs')}
    </ButtonLink>
  );
  return <EmptyState title={t('events.empty')} text={t('events.emptyText')} actions={docs} />;
}
