import clsx from 'clsx';

/** Family hues of look: 1 triggers, 2 proactive, 3 workflows, 4 default responses and bots. */
export type DataHue = 1 | 2 | 3 | 4 | 'mute';

export interface MeterProps {
  value: number;
  max: number;
  /** What it measures. */
  label: string;
  hue?: DataHue;
  className?: string;
}

export function Meter({ value, max, label, hue = 1, className }: MeterProps) {
  const share = max > 0 ? Math.min(100, (value / max) * 100) : 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers draw <meter> in colours of their own
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className={clsx('h-1.5 overflow-hidden rounded-full bg-surface-3', className)}
    >
      <div
        className={clsx('h-full rounded-full forced-colors:bg-[Highlight]', HUE_GROUNDS[hue])}
        style={{ width: `${share}%` }}
      />
    </div>
  );
}

export const HUE_GROUNDS: Record<DataHue, string> = {
  1: 'bg-data-1',
  2: 'bg-data-2',
  3: 'bg-data-3',
  4: 'bg-data-4',
  mute: 'bg-data-mute',
};
