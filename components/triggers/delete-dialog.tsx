'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { TriggerSummary } from '@/lib/contracts/trigger';

interface DeleteDialogProps {
  triggers: readonly Pick<TriggerSummary, 'name' | 'fired'>[];
  /** How many it is about, when they are more than those. */
  total?: number;
  onClose: () => void;
  onConfirm: () => void;
}

/** Asks before triggers are deleted, and says what is lost. */
export function DeleteDialog({ triggers, total, onClose, onConfirm }: DeleteDialogProps) {
  const t = useTranslations('triggers.delete');
  const count = total ?? triggers.length;
  const fired = triggers.reduce((sum, each) => sum + each.fired, 0);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { count, name: triggers[0]?.name ?? '' })}
      text={total === undefined ? t('text', { fired }) : t('textAll')}
      verb={t('verb', { count })}
      onConfirm={onConfirm}
    />
  );
}
