'use client';

import { useTranslations } from 'next-intl';
import { BulkBar } from '@/components/ui/bulk-bar';
import { Button } from '@/components/ui/button';

export type BulkVerb = 'activate' | 'deactivate' | 'delete';

interface TriggerBulkBarProps {
  /** Triggers that are chosen. */
  count: number;
  onClear: () => void;
  /** Chooses what matches beyond the page; null when there is no more. */
  onAll: (() => void) | null;
  /** All that match. */
  total: number;
  onVerb: (verb: BulkVerb) => void;
}

/** What can be done with the chosen triggers. */
export function TriggerBulkBar({ count, onClear, onAll, total, onVerb }: TriggerBulkBarProps) {
  const t = useTranslations('triggers');
  return (
    <BulkBar
      count={count}
      onClear={onClear}
      more={
        onAll ? (
          <Button variant="quiet" size="sm" onClick={onAll}>
            {t('list.selectMatching', { count: total })}
          </Button>
        ) : null
      }
    >
      <Button variant="quiet" size="sm" onClick={() => onVerb('activate')}>
        {t('verb.activate')}
      </Button>
      <Button variant="quiet" size="sm" onClick={() => onVerb('deactivate')}>
        {t('verb.deactivate')}
      </Button>
      <Button variant="quiet" size="sm" className="text-stop-ink!" onClick={() => onVerb('delete')}>
        {t('verb.delete')}
      </Button>
    </BulkBar>
  );
}
