import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readViewsFilters } from '@/components/proactive/views-filters';
import { ViewsView } from '@/components/proactive/views-view';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { requireSession } from '@/lib/auth/current-actor';
import { AppError } from '@/lib/contracts/app-error';
import type { ViewsQuery } from '@/lib/contracts/proactive';
import { isUuid } from '@/lib/contracts/value';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Context } from '@/lib/services/context';
import { getCustomer } from '@/lib/services/customers/read';
import { listMessages } from '@/lib/services/proactive/list';
import { listViews } from '@/lib/services/proactive/views';
import { readReferences } from '../../log/read-references';
import { loadPlaces } from '../load-places';

const ALL = { page: 1, pageSize: 200 };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('proactive.views');
  return { title: t('title') };
}

interface ViewsPageProps {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function ViewsPage({ searchParams }: ViewsPageProps) {
  const context = await requireSession();
  const filters = readViewsFilters(await searchParams);
  const { nothing, ...rest } = filters;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''));
  // An id that is none finds nothing.
  const query: ViewsQuery = { limit: 50, ...given, nothing: nothing === '1' };
  const known = query.message === undefined || isUuid(query.message);
  const [t, title, views, messages, { channels }, references, customerName] = await Promise.all([
    getTranslations('proactive.views'),
    getTranslations('proactive'),
    known ? newestIfLost(context, query) : { items: [], next: null },
    listMessages(context, ALL),
    loadPlaces(context),
    readReferences(context),
    filters.customer === '' ? '' : nameOf(context, filters.customer),
  ]);
  return (
    <ClientMessages areas={['proactive', 'rules', 'problems']}>
      <PageHeader
        crumb={{ label: title('title'), href: '/proactive' }}
        title={t('title')}
        actions={
          filters.customer && customerName ? (
            <ButtonLink href={`/people/${encodeURIComponent(filters.customer)}`}>{t('toCustomer')}</ButtonLink>
          ) : null
        }
      />
      <ViewsView
        filters={filters}
        views={views.items}
        next={views.next}
        messages={messages.items.map(({ id, name }) => ({ id, name }))}
        channels={channels}
        references={references}
        customerName={customerName || filters.customer}
        readAt={new Date().toISOString()}
      />
    </ClientMessages>
  );
}

/** A cursor that somebody mistyped leads to the newest. */
async function newestIfLost(context: Context, query: ViewsQuery) {
  try {
    return await listViews(context, query);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    return listViews(context, { ...query, cursor: undefined });
  }
}

async function nameOf(context: Context, customer: string): Promise<string> {
  try {
    const { name, email, key } = await getCustomer(context, customer);
    return name ?? email ?? key;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return '';
    throw error;
  }
}
