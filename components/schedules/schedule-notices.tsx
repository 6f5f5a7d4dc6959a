'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { Schedule } from '@/lib/contracts/schedule';
import { StaleNotice } from './stale-notice';

interface ScheduleNoticesProps {
  mayWrite: boolean;
  /** Why saving was refused, as a whole and by path. */
  failure: { text: string | null; byPath: Readonly<Record<string, string>> } | null;
  /** What somebody else has saved meanwhile. */
  theirs: Schedule | null;
  busy: boolean;
  onKeepMine: (theirs: Schedule) => void;
  onTakeTheirs: (theirs: Schedule) => void;
}

/** Above the form: what concerns the schedule as a whole, and its hours, which have no field of their own. */
export function ScheduleNotices({ mayWrite, failure, theirs, busy, onKeepMine, onTakeTheirs }: ScheduleNoticesProps) {
  const t = useTranslations('schedules.editor');
  const hours = Object.entries(failure?.byPath ?? {}).find(([path]) => path.startsWith('intervals'))?.[1];
  return (
    <>
      {mayWrite ? null : <Notice tone="info">{t('readOnly')}</Notice>}
      {failure?.text ? <Notice tone="stop">{t('notSaved', { reason: failure.text })}</Notice> : null}
      {hours ? <Notice tone="stop">{hours}</Notice> : null}
      {theirs ? (
        <StaleNotice busy={busy} onKeepMine={() => onKeepMine(theirs)} onTakeTheirs={() => onTakeTheirs(theirs)} />
      ) : null}
    </>
  );
}
