'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useNow } from '@/components/ui/use-now';

/** From here on a wait is marked; the spec's queue is answered within minutes. */
const LATE_SECONDS = 300;

/** How long somebody has waited, ticking; amber and bold once it is long. */
export function WaitingTime({ since }: { since: string }) {
  const t = useTranslations('workspace');
  const begun = Date.parse(since);
  // Minutes need no look every second: a queue may be long.
  const minutes = useNow(10_000) - begun >= 60_000;
  const now = useNow(minutes ? 10_000 : 1_000);
  const seconds = Math.max(0, Math.floor((now - begun) / 1_000));
  const span = useSpan()(seconds);
  return (
    <span
      className={clsx('tabular-nums', seconds >= LATE_SECONDS ? 'font-semibold text-wait-ink' : 'text-ink-3')}
      suppressHydrationWarning
    >
      <span className="sr-only">{t('row.waiting')} </span>
      {span}
    </span>
  );
}

/** "48 s", "11 min", "1 h 12 min", "2 d": as exact as one needs to choose whom to help first. */
export function useSpan(): (seconds: number) => string {
  const t = useTranslations('ui.time');
  return (seconds) => {
    if (seconds < 60) return t('seconds', { count: seconds });
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60) return t('minutes', { count: minutes });
    const hours = Math.floor(minutes / 60);
    if (hours >= 24) return t('days', { count: Math.floor(hours / 24) });
    const rest = minutes % 60;
    return rest === 0
      ? t('hours', { count: hours })
      : `${t('hours', { count: hours })} ${t('minutes', { count: rest })}`;
  };
}

/** When something was last heard: "now", "4 min", "14:28" on the same day, then the date. */
export function useShortTime(): (at: string, now: number) => string {
  const t = useTranslations('workspace.row');
  const span = useSpan();
  return (at, now) => {
    const seconds = Math.max(0, (now - Date.parse(at)) / 1_000);
    return seconds < 60 ? t('now') : span(Math.floor(seconds));
  };
}
