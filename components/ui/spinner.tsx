import clsx from 'clsx';

/** 14 px ring in the ink around it. Only inside a control; a page shows skeletons. */
export function Spinner({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'inline-block size-3.5 animate-[spin_0.7s_linear_infinite] rounded-full border-2 border-current/30 border-t-current',
        className,
      )}
    />
  );
}
