'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { BarChart } from '@/components/ui/bar-chart';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { HelpIcon } from '@/components/ui/icons';
import type { ProactiveResults } from '@/lib/contracts/proactive';

const FIGURES = ['shown', 'opened', 'dismissed', 'replied'] as const;
const HUES = [1, 2, 4, 3] as const;

/** What visitors did with a message, in numbers, rates and per day. */
export function MessageResults({ id, results: { days, total } }: { id: string; results: ProactiveResults }) {
  const t = useTranslations('proactive.results');
  const format = useFormatter();
  const why = (
    <ButtonLink href={`/proactive/views?message=${id}`} icon={<HelpIcon />} className="max-w-fit">
      {t('why')}
    </ButtonLink>
  );
  if (total.shown === 0) return <EmptyState title={t('nothing')} text={t('nothingText')} actions={why} />;
  return (
    <div className="grid max-w-220 gap-4 p-5 max-phone:p-4">
      <dl className="grid grid-cols-4 gap-3 max-phone:grid-cols-2">
        {FIGURES.map((figure) => (
          <div key={figure} className="grid gap-0.5 rounded-md border border-line px-3.5 py-3">
            <dt className="text-xs text-ink-3">{t(figure)}</dt>
            <dd className="text-xl font-semibold tabular-nums">{format.number(total[figure])}</dd>
            <dd className="min-h-4 text-xs text-ink-3">
              {figure === 'shown'
                ? ''
                : t('rate', {
                    rate: format.number(total[figure] / total.shown, { style: 'percent', maximumFractionDigits: 1 }),
                  })}
            </dd>
          </div>
        ))}
      </dl>
      <Card>
        <BarChart
          title={t('title')}
          summary={t('summary', total)}
          // Who opened it has seen it too: the four are not added up.
          beside
          series={FIGURES.map((figure, index) => ({ key: figure, label: t(figure), hue: HUES[index] ?? 1 }))}
          data={days.map((day, index) => ({
            label: format.dateTime(new Date(`${day.day}T00:00:00Z`), {
              day: 'numeric',
              month: 'short',
              timeZone: 'UTC',
            }),
            values: Object.fromEntries(FIGURES.map((figure) => [figure, day[figure]])),
            current: index === days.length - 1,
          }))}
        />
      </Card>
      {why}
    </div>
  );
}
