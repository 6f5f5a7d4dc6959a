'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { later } from './later';
import { type DataHue, HUE_GROUNDS } from './meter';

export interface BarSeries {
  key: string;
  label: string;
  hue: DataHue;
}

export interface BarDatum {
  /** On the axis: "30 Oct", "14:00". */
  label: string;
  values: Readonly<Record<string, number>>;
  /** Drawn on their own small scale under the bars, with the count written. */
  failures?: number;
  /** Not over yet: marked by a ground. */
  current?: boolean;
}

export interface BarChartProps {
  title: ReactNode;
  /** One sentence that says what the picture shows; its accessible name. */
  summary: string;
  data: readonly BarDatum[];
  /** At most four; drawn from the bottom up, or side by side. */
  series: readonly BarSeries[];
  /** Side by side instead of stacked: for counts whose sum means nothing, as where one counts part of another. */
  beside?: boolean;
  /** Word for failures in legend and table; without it none are drawn. */
  failuresLabel?: string;
  /** Pixels of the bars' part. */
  height?: number;
}

const Picture = later(() => import('./bar-chart-picture').then((module) => module.BarChartPicture));

/** Counts per hour or day. The drawing library is fetched when the chart is shown. */
export function BarChart({ title, summary, data, series, beside = false, failuresLabel, height = 200 }: BarChartProps) {
  const t = useTranslations('ui');
  const [table, setTable] = useState(false);
  return (
    <div className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center gap-x-3.5 gap-y-1">
        <span className="font-semibold">{title}</span>
        <Legend series={series} failuresLabel={failuresLabel} />
        <Button variant="quiet" size="xs" className="ml-auto" onClick={() => setTable(!table)}>
          {table ? t('showAsChart') : t('showAsTable')}
        </Button>
      </div>
      {table ? (
        <DataTable data={data} series={series} failuresLabel={failuresLabel} summary={summary} />
      ) : (
        <div role="img" aria-label={summary} style={{ height: height + (failuresLabel ? 64 : 0) }}>
          <Picture data={data} series={series} beside={beside} height={height} failuresLabel={failuresLabel} />
        </div>
      )}
    </div>
  );
}

function Legend({ series, failuresLabel }: Pick<BarChartProps, 'series' | 'failuresLabel'>) {
  return (
    <span className="flex flex-wrap gap-x-3.5 gap-y-1 text-xs text-ink-2">
      {series.map(({ key, label, hue }) => (
        <span key={key} className="inline-flex items-center gap-1.5">
          <span className={`size-2 rounded-[2px] ${HUE_GROUNDS[hue]}`} />
          {label}
        </span>
      ))}
      {failuresLabel ? (
        <span className="inline-flex items-center gap-1.5">
          <span className="size-2 rounded-[2px] bg-stop" />
          {failuresLabel}
        </span>
      ) : null}
    </span>
  );
}

function DataTable({ data, series, failuresLabel, summary }: Omit<BarChartProps, 'title' | 'height' | 'beside'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section aria-label={summary} tabIndex={0} className="max-h-70 overflow-auto">
      <table className="list-table" data-rows="single" data-in-card="true">
        <caption className="sr-only">{summary}</caption>
        <thead>
          <tr>
            <td />
            {series.map(({ key, label }) => (
              <th key={key} scope="col" data-align="end">
                {label}
              </th>
            ))}
            {failuresLabel ? (
              <th scope="col" data-align="end">
                {failuresLabel}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {data.map((datum) => (
            <tr key={datum.label}>
              <th scope="row">{datum.label}</th>
              {series.map(({ key }) => (
                <td key={key} data-align="end">
                  {datum.values[key] ?? 0}
                </td>
              ))}
              {failuresLabel ? <td data-align="end">{datum.failures ?? 0}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
