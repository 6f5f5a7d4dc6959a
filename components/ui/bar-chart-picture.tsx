'use client';

import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { BarChartProps } from './bar-chart';
import { useMediaQuery } from './use-media-query';

type PictureProps = Required<Pick<BarChartProps, 'data' | 'series' | 'beside' | 'height'>> &
  Pick<BarChartProps, 'failuresLabel'>;

/** Drawn by recharts; loaded by BarChart only. */
export function BarChartPicture({ data, series, beside, height, failuresLabel }: PictureProps) {
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const rows = data.map(({ label, values, failures }) => ({ label, ...values, failures: failures || undefined }));
  const narrow = useMediaQuery('(width < 720px)');
  const axis = {
    ...AXIS,
    dataKey: 'label',
    ticks: evenly(
      rows.map(({ label }) => label),
      narrow ? 4 : 7,
    ),
  };
  const current = data.find((datum) => datum.current)?.label;
  return (
    <>
      <ResponsiveContainer width="100%" height={height}>
        <BarChart
          data={rows}
          margin={{ top: 8, right: HALF_A_LABEL, bottom: 0, left: 0 }}
          barCategoryGap="20%"
          barGap={0}
          maxBarSize={44}
          accessibilityLayer
        >
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          {current ? <ReferenceArea x1={current} x2={current} fill="var(--color-surface-2)" fillOpacity={1} /> : null}
          <XAxis {...axis} tick={failuresLabel ? false : AXIS_TEXT} height={failuresLabel ? 6 : 26} />
          <YAxis width={36} tickCount={4} allowDecimals={false} tickLine={false} axisLine={false} tick={AXIS_TEXT} />
          <Tooltip
            cursor={{ fill: 'var(--color-surface-3)', fillOpacity: 0.5 }}
            contentStyle={TOOLTIP_BOX}
            labelStyle={TOOLTIP_LABEL}
            itemStyle={TOOLTIP_ITEM}
            isAnimationActive={false}
          />
          {series.map(({ key, label, hue }) => (
            <Bar
              key={key}
              dataKey={key}
              name={label}
              stackId={beside ? undefined : 'all'}
              fill={`var(--color-data-${hue})`}
              stroke="var(--color-surface)"
              strokeWidth={1}
              radius={1.5}
              isAnimationActive={!still}
              animationDuration={220}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
      {failuresLabel ? (
        <ResponsiveContainer width="100%" height={FAILURES_HEIGHT}>
          <BarChart
            data={rows}
            margin={{ top: 14, right: HALF_A_LABEL, bottom: 0, left: 36 }}
            barCategoryGap="20%"
            maxBarSize={44}
          >
            <XAxis {...axis} tick={AXIS_TEXT} height={26} />
            <Bar dataKey="failures" name={failuresLabel} fill="var(--color-stop)" isAnimationActive={false}>
              <LabelList dataKey="failures" position="top" fill="var(--color-stop-ink)" fontSize={11} />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      ) : null}
    </>
  );
}

/** Pixels of the failures' part, with the labels below it. */
const FAILURES_HEIGHT = 64;

/** At most so many, evenly spaced, and the last one, which is mostly today, among them. */
function evenly(labels: readonly string[], most: number): string[] {
  const step = Math.ceil(labels.length / most);
  return labels.filter((_, index) => (labels.length - 1 - index) % step === 0);
}

/** Pixels: the last label is wider than its bar. */
const HALF_A_LABEL = 12;
const AXIS = {
  tickLine: false,
  axisLine: { stroke: 'var(--color-line-2)' },
  interval: 0,
} as const;
const AXIS_TEXT = { fontSize: 11, fill: 'var(--color-ink-3)' };
const TOOLTIP_BOX = {
  border: 0,
  borderRadius: 8,
  padding: '6px 10px',
  fontSize: 12,
  background: 'var(--color-raised)',
  boxShadow: 'var(--shadow-menu)',
};
const TOOLTIP_LABEL = { color: 'var(--color-ink-3)' };
const TOOLTIP_ITEM = { color: 'var(--color-ink)', padding: 0 };
