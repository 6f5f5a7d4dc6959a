'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { DeleteWithUses } from '@/components/ui/delete-with-uses';
import { toast, toastUndo } from '@/components/ui/toast';
import { useDeletion } from '@/lib/client/deletion';
import { problemText } from '@/lib/client/problem-text';
import { createSchedule, refreshSchedules, SCHEDULES, scheduleAddress } from '@/lib/client/schedules';
import type { Schedule } from '@/lib/contracts/schedule';

interface DeleteScheduleProps {
  schedule: Schedule;
  onClose: () => void;
  onDeleted: () => void;
}

/** Asks, deletes, and makes it again on Undo: under its key, so that what named it finds it again. */
export function DeleteSchedule({ schedule, onClose, onDeleted }: DeleteScheduleProps) {
  const t = useTranslations('schedules.delete');
  const { id, key, name, timeZone, intervals, holidays } = schedule;
  const client = useQueryClient();
  const restore = () =>
    createSchedule({ key, name, timeZone, intervals, holidays })
      .catch((error) => toast(t('notRestored', { name, reason: problemText(error, t('noReason')) })))
      .finally(() => refreshSchedules(client));
  const deletion = useDeletion(scheduleAddress(id), {
    refresh: SCHEDULES,
    failed: t('failed'),
    onDeleted: () => {
      toastUndo(t('deleted', { name }), restore);
      onDeleted();
    },
  });
  const words = {
    ...{ title: t('title', { name }), text: t('text'), usesText: t('usesText') },
    ...{ verb: t('verb'), forceVerb: t('forceVerb') },
  };
  return <DeleteWithUses words={words} deletion={deletion} onClose={onClose} />;
}
