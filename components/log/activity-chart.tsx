'use client';

import { useTranslations } from 'next-intl';
import { BarChart, type BarSeries } from '@/components/ui/bar-chart';
import { useFormats } from '@/lib/i18n/use-formats';

export interface ActivityBucket {
  /** Where the hour or day begins; ISO 8601. */
  at: string;
  families: Readonly<Partial<Record<'trigger' | 'proactive' | 'workflow', number>>>;
  failed: number;
}

export interface ActivityChartProps {
  buckets: readonly ActivityBucket[];
  unit: 'hour' | 'day';
  /** Whether the last bucket is not over yet. */
  live: boolean;
  height?: number;
}

const HUES = { trigger: 1, proactive: 2, workflow: 3 } as const;
const FAMILIES = ['trigger', 'proactive', 'workflow'] as const;

/** Firings per hour or day, one hue per family, failures on their own scale. */
export function ActivityChart({ buckets, unit, live, height = 96 }: ActivityChartProps) {
  const t = useTranslations('log');
  const formats = useFormats();
  const total = (family: (typeof FAMILIES)[number]) =>
    buckets.reduce((sum, { families }) => sum + (families[family] ?? 0), 0);
  const shown = FAMILIES.filter((family) => family === 'trigger' || total(family) > 0);
  const series: BarSeries[] = shown.map((key) => ({ key, label: t(`family.${key}`), hue: HUES[key] }));
  const failed = buckets.reduce((sum, bucket) => sum + bucket.failed, 0);
  const label = labelling(buckets, unit, formats);
  return (
    <BarChart
      title={t(unit === 'hour' ? 'chart.perHour' : 'chart.perDay')}
      summary={t('chart.summary', {
        count: FAMILIES.reduce((sum, family) => sum + total(family), 0),
        failed,
        from: formats.dateTime(buckets[0]?.at ?? 0),
        to: formats.dateTime(buckets.at(-1)?.at ?? 0),
      })}
      data={buckets.map(({ at, families, failed: failures }, index) => ({
        label: label(at),
        values: families,
        failures,
        current: live && index === buckets.length - 1,
      }))}
      series={series}
      failuresLabel={failed > 0 ? t('chart.failed', { count: failed }) : undefined}
      height={height}
    />
  );
}

/** Hours as 14:00; those of two days tell the day where the same hour would stand twice. */
function labelling(buckets: readonly ActivityBucket[], unit: 'hour' | 'day', formats: ReturnType<typeof useFormats>) {
  if (unit === 'day') return (at: string) => formats.shortDate(at);
  const seen = new Map<string, number>();
  for (const { at } of buckets) seen.set(formats.time(at), (seen.get(formats.time(at)) ?? 0) + 1);
  return (at: string) =>
    (seen.get(formats.time(at)) ?? 0) > 1 ? `${formats.shortDate(at)}, ${formats.time(at)}` : formats.time(at);
}
