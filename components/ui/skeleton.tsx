import clsx from 'clsx';

/** One 10 px bar, visible after 200 ms so that quick answers do not flicker. */
export function Skeleton({ width = '60%', className }: { width?: number | string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      style={{ width }}
      className={clsx(
        'invisible block h-2.5 animate-[show-late_1ms_200ms_forwards] rounded-[5px] bg-surface-3',
        className,
      )}
    />
  );
}

/** Rows in the grid of a list while it loads. `label` says what is loading. */
export function SkeletonRows({ rows = 8, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div key={row} className="flex h-[47px] items-center gap-6 border-b border-line px-5">
          <Skeleton width={16} className="h-4!" />
          <Skeleton width={`${44 - ((row * 7) % 18)}%`} />
          <Skeleton width={64} className="ml-auto" />
          <Skeleton width={84} className="max-phone:hidden" />
          <Skeleton width={48} className="max-phone:hidden" />
        </div>
      ))}
    </div>
  );
}
