'use client';

import { useTranslations } from 'next-intl';
import { DeleteWithUses } from '@/components/ui/delete-with-uses';
import { toastUndo } from '@/components/ui/toast';
import { useDeletion } from '@/lib/client/deletion';
import { createSchedule, SCHEDULES, scheduleAddress } from '@/lib/client/schedules';
import type { Schedule } from '@/lib/contracts/schedule';

interface DeleteScheduleProps {
  schedule: Schedule;
  onClose: () => void;
  onDeleted: () => void;
  /** After Undo made it again: under its key, so that what named it finds it again. */
  onRestored: () => void;
}

export function DeleteSchedule({ schedule, onClose, onDeleted, onRestored }: DeleteScheduleProps) {
  const t = useTranslations('schedules.delete');
  const { id, key, name, timeZone, intervals, holidays } = schedule;
  const restore = async () => {
    await createSchedule({ key, name, timeZone, intervals, holidays });
    onRestored();
  };
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
