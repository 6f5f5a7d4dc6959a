export interface SparklineProps {
  /** Oldest first. Fewer than two, or all zero, shows "–". */
  values: readonly number[];
  /** Sentence for assistive technology; without it the number beside it must say enough. */
  label?: string;
}

/** 84 × 24 on its own scale from zero; one ink line and the last point. */
export function Sparkline({ values, label }: SparklineProps) {
  if (values.length < 2 || values.every((value) => value === 0)) return <span className="text-ink-3">–</span>;
  const points = pointsOf(values);
  const line = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const [lastX, lastY] = points.at(-1) ?? [0, 0];
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or decoration beside its number
    <svg
      viewBox="0 0 84 24"
      className="block h-6 w-21 overflow-visible"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d={`${line}L84 24L0 24Z`} className="fill-surface-3" />
      <path d={line} className="fill-none stroke-ink-3" strokeWidth="1.25" strokeLinejoin="round" />
      <circle cx={lastX} cy={lastY} r="2" className="fill-ink-2" />
    </svg>
  );
}

function pointsOf(values: readonly number[]): [x: number, y: number][] {
  const top = Math.max(...values, 1);
  const step = 84 / (values.length - 1);
  return values.map((value, index) => [round(index * step), round(22 - (value / top) * 19)]);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
