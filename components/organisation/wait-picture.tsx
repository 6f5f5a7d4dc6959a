'use client';

import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

export interface WaitPoint {
  readonly label: string;
  /** Foretold minutes, least and most; null: there was nothing to go by. */
  readonly band: readonly [number, number] | null;
  readonly minutes: number;
  readonly mark: 'within' | 'outside' | 'unknown';
}

interface WaitPictureProps {
  points: readonly WaitPoint[];
  words: { band: string; minutes: string };
  height: number;
}

/** Drawn by recharts; loaded by WaitCard only. */
export function WaitPicture({ points, words, height }: WaitPictureProps) {
  // The drawing library wants lists that it may change.
  const data = points.map(({ band, ...point }) => ({ ...point, band: band ? [...band] : null }));
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart data={data} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer>
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis
          dataKey="label"
          tickLine={false}
          axisLine={{ stroke: 'var(--color-line-2)' }}
          minTickGap={40}
          tick={AXIS_TEXT}
          height={26}
        />
        <YAxis width={40} tickCount={5} allowDecimals={false} tickLine={false} axisLine={false} tick={AXIS_TEXT} />
        <Tooltip contentStyle={TOOLTIP_BOX} itemStyle={TOOLTIP_ITEM} isAnimationActive={false} />
        <Area
          dataKey="band"
          name={words.band}
          type="stepAfter"
          stroke="var(--color-data-mute)"
          fill="var(--color-data-mute)"
          fillOpacity={0.4}
          connectNulls={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="minutes"
          name={words.minutes}
          stroke="none"
          isAnimationActive={false}
          activeDot={false}
          dot={(props: { cx?: number; cy?: number; index?: number }) => (
            <Dot key={props.index} cx={props.cx} cy={props.cy} mark={points[props.index ?? 0]?.mark ?? 'unknown'} />
          )}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** Shape tells as well: a disc within what was foretold, a square outside of it, a ring where nothing was. */
function Dot({ cx, cy, mark }: { cx?: number; cy?: number; mark: WaitPoint['mark'] }) {
  if (cx === undefined || cy === undefined) return null;
  if (mark === 'outside')
    return (
      <rect x={cx - 3.5} y={cy - 3.5} width={7} height={7} fill="var(--color-wait)" stroke="var(--color-surface)" />
    );
  const ring = mark === 'unknown';
  return (
    <circle
      cx={cx}
      cy={cy}
      r={3.5}
      fill={ring ? 'var(--color-surface)' : 'var(--color-ink)'}
      stroke={ring ? 'var(--color-ink-3)' : 'none'}
    />
  );
}

const AXIS_TEXT = { fontSize: 11, fill: 'var(--color-ink-3)' };
const TOOLTIP_BOX = {
  border: 0,
  borderRadius: 8,
  padding: '6px 10px',
  fontSize: 12,
  background: 'var(--color-raised)',
  boxShadow: 'var(--shadow-menu)',
};
const TOOLTIP_ITEM = { color: 'var(--color-ink)', padding: 0 };
