'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

interface StaleNoticeProps {
  busy: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody saved meanwhile: the choice between the two; taking theirs can be undone. */
export function StaleNotice({ busy, onKeepMine, onTakeTheirs }: StaleNoticeProps) {
  const t = useTranslations('schedules.stale');
  return (
    <div role="alert">
      <Notice
        tone="wait"
        action={
          <span className="flex flex-wrap gap-2">
            <Button size="sm" onClick={onTakeTheirs}>
              {t('takeTheirs')}
            </Button>
            <Button size="sm" variant="primary" busy={busy} onClick={onKeepMine}>
              {t('keepMine')}
            </Button>
          </span>
        }
      >
        {t('text')}
      </Notice>
    </div>
  );
}
