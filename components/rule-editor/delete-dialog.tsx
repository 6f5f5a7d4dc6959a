'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ListFamily } from './use-list-verbs';

interface DeleteDialogProps {
  family: ListFamily;
  /** `shown` of what is shown to visitors, in four weeks; `fired` of what runs, in one. */
  rules: readonly { name: string; fired?: number; shown?: number }[];
  /** How many it is about, when they are more than those. */
  total?: number;
  onClose: () => void;
  onConfirm: () => void;
}

/** Asks before rules are deleted, and says what is lost. */
export function DeleteDialog({ family, rules, total, onClose, onConfirm }: DeleteDialogProps) {
  const t = useTranslations('lists.delete');
  const count = total ?? rules.length;
  const sum = (of: 'fired' | 'shown') => rules.reduce((all, each) => all + (each[of] ?? 0), 0);
  const isShown = rules.some(({ shown }) => shown !== undefined);
  const text = isShown ? t('textShown', { shown: sum('shown') }) : t('text', { fired: sum('fired') });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { family, count, name: rules[0]?.name ?? '' })}
      text={total === undefined ? text : t('textAll')}
      verb={t('verb', { family, count })}
      onConfirm={onConfirm}
    />
  );
}
