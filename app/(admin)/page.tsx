import type { Metadata } from 'next';
import { getTimeZone, getTranslations } from 'next-intl/server';
import { Figures } from '@/components/home/figures';
import { FirstSteps } from '@/components/home/first-steps';
import { MostFired } from '@/components/home/most-fired';
import { NeedsAttention } from '@/components/home/needs-attention';
import { WaitingTable } from '@/components/home/waiting-table';
import { ActivityChart } from '@/components/log/activity-chart';
import { LivePage } from '@/components/log/live-page';
import { FiringLines } from '@/components/rule-editor/firing-lines';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { getFormats } from '@/lib/i18n/get-formats';
import { may } from '@/lib/services/permit';
import { readHome } from './read-home';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home');
  return { title: t('title') };
}

export default async function HomePage() {
  const context = await requireSession();
  const now = new Date().toISOString();
  const [t, formats, timeZone] = await Promise.all([getTranslations('home'), getFormats(), getTimeZone()]);
  const home = await readHome(context, now, timeZone);
  const { overview, buckets, fired, failures, waits, often, broken, failing, steps } = home;
  const isNew = steps.some(({ done }) => !done);
  const hasFired = steps.some(({ step, done }) => step === 'firing' && done);
  return (
    <ClientMessages areas={['home', 'log', 'firings', 'rules']}>
      <LivePage />
      <PageHeader title={t('title')} note={formats.dateTime(now)} />
      <div className="grid max-w-360 gap-3 p-5 max-phone:p-4">
        {isNew && !hasFired ? <FirstSteps steps={steps} /> : null}
        <Figures fired={fired} failed={buckets.map(({ failed }) => failed)} {...overview} />
        <div className="grid grid-cols-[minmax(0,2fr)_minmax(280px,1fr)] items-start gap-3 max-panel:grid-cols-[minmax(0,1fr)]">
          <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
            <Card>
              <ActivityChart buckets={buckets} unit="day" live height={196} />
            </Card>
            <WaitingTable waits={waits} count={overview.waiting.count} />
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
            <NeedsAttention
              broken={broken}
              failing={failing}
              overdue={overview.waiting.overdue}
              mayRepair={may(context.actor, 'rules.write')}
            />
            <Card
              title={t('failures.title')}
              action={
                failures.length > 0 ? (
                  <Link href="/log?range=30d&outcome=failed" className="link pr-2">
                    {t('failures.all')}
                  </Link>
                ) : null
              }
            >
              <FiringLines
                firings={failures}
                mayRetry={may(context.actor, 'log.retry')}
                empty={t('failures.none')}
                withDate
              />
            </Card>
            {isNew && hasFired ? <FirstSteps steps={steps} openOnly /> : null}
            <MostFired rules={often} />
          </div>
        </div>
      </div>
    </ClientMessages>
  );
}
