'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusDot, type StatusTone } from '@/components/ui/status-dot';
import type { Firing } from '@/lib/contracts/firing';
import { useFormats } from '@/lib/i18n/use-formats';
import { useDoneWords } from './done-words';
import { OutcomeNote } from './outcome';
import { useRetry } from './retry-steps';

interface FiringLinesProps {
  firings: readonly Firing[];
  mayRetry: boolean;
  /** Said when there are none. */
  empty: string;
  /** They are of several days. */
  withDate?: boolean;
  /** After a retry; without it the page is read again. */
  onRetried?: () => void;
}

/** Firings in a narrow column: name, time, how it stands, what it did, Retry where something failed. */
export function FiringLines({ firings, empty, ...line }: FiringLinesProps) {
  if (firings.length === 0) return <p className="text-ink-3">{empty}</p>;
  return (
    <ul className="grid gap-3">
      {firings.map((firing) => (
        <FiringLine key={firing.id} firing={firing} {...line} />
      ))}
    </ul>
  );
}

type FiringLineProps = Omit<FiringLinesProps, 'firings' | 'empty'> & { firing: Firing };

function FiringLine({ firing, mayRetry, withDate, onRetried }: FiringLineProps) {
  const t = useTranslations('firings');
  const formats = useFormats();
  const { retry, busy, error } = useRetry(firing.id, onRetried);
  const did = useDoneWords()(firing);
  const failed = firing.steps.find(({ state }) => state === 'failed');
  return (
    <li className="flex gap-2.5">
      <StatusDot tone={TONES[firing.outcome]} className="h-5" />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <Link
            href={`/log/${firing.id}`}
            prefetch={false}
            className="min-w-0 flex-1 font-medium break-words hover:underline"
          >
            {firing.rule.name}
          </Link>
          <span className="text-xs text-ink-3 tabular-nums">
            {withDate ? <RelativeTime at={firing.createdAt} /> : formats.time(firing.createdAt)}
          </span>
        </div>
        {did ? (
          <p className="text-xs text-ink-2">
            {t('state.done')} · {did}
          </p>
        ) : (
          <p className="flex flex-wrap gap-x-1.5 text-xs text-ink-2">
            {t(`state.${firing.outcome}`)} <OutcomeNote firing={firing} />
          </p>
        )}
        {failed && mayRetry ? (
          <Button size="xs" className="mt-1" busy={busy} onClick={() => retry(failed.step)}>
            {t('retry')}
          </Button>
        ) : null}
        {error ? (
          <p role="alert" className="text-xs text-stop-ink">
            {error}
          </p>
        ) : null}
      </div>
    </li>
  );
}

const TONES: Record<Firing['outcome'], StatusTone> = {
  done: 'active',
  waiting: 'waiting',
  failed: 'broken',
  stopped: 'inactive',
  cancelled: 'inactive',
  skipped: 'inactive',
};
