import type { Metadata } from 'next';
import { getTimeZone, getTranslations } from 'next-intl/server';
import { type AddressParams, readLogFilters } from '@/components/log/log-filters';
import { LogView } from '@/components/log/log-view';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { firedRules } from '@/lib/services/firings/fired-rules';
import { may } from '@/lib/services/permit';
import { readLog, stretchOf } from './read-log';
import { readReferences } from './read-references';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('log');
  return { title: t('title') };
}

export default async function LogPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const context = await requireSession();
  const filters = readLogFilters(await searchParams);
  const timeZone = await getTimeZone();
  const now = new Date().toISOString();
  const stretch = stretchOf(filters, now, timeZone);
  const [log, rules, references] = await Promise.all([
    readLog(context, filters, stretch, now, timeZone),
    firedRules(context),
    readReferences(context),
  ]);
  const count = log.buckets.reduce(
    (sum, { families }) => sum + Object.values(families).reduce((all, each) => all + each, 0),
    0,
  );
  return (
    <ClientMessages areas={['log', 'firings', 'rules']}>
      <LogView
        count={count}
        filters={filters}
        firings={log.items}
        next={log.next}
        activity={{ buckets: log.buckets, unit: stretch.unit }}
        rules={rules}
        references={references}
        mayRetry={may(context.actor, 'log.retry')}
        endsNow={stretch.to === null}
        readAt={now}
      />
    </ClientMessages>
  );
}
