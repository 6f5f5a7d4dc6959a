'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { DeleteWithUses } from '@/components/ui/delete-with-uses';
import { toast, toastUndo } from '@/components/ui/toast';
import { BOTS, botAddress, refreshBots, restoreBot } from '@/lib/client/bots';
import { useDeletion } from '@/lib/client/deletion';
import { problemText } from '@/lib/client/problem-text';
import type { Bot } from '@/lib/contracts/bot';

interface DeleteBotProps {
  bot: Bot;
  onClose: () => void;
  onDeleted: () => void;
}

/** Asks, deletes, and makes it again on Undo. */
export function DeleteBot({ bot, onClose, onDeleted }: DeleteBotProps) {
  const t = useTranslations('bots.delete');
  const { id, name, answers } = bot;
  const client = useQueryClient();
  const restore = () =>
    restoreBot(bot)
      .catch((error) => toast(t('notRestored', { name, reason: problemText(error, t('noReason')) })))
      .finally(() => refreshBots(client));
  const deletion = useDeletion(botAddress(id), {
    refresh: BOTS,
    failed: t('failed'),
    onDeleted: () => {
      toastUndo(t('deleted', { name }), restore);
      onDeleted();
    },
  });
  const words = {
    ...{ title: t('title', { name }), text: t('text', { answers: answers.length }), usesText: t('usesText') },
    ...{ verb: t('verb'), forceVerb: t('forceVerb') },
  };
  return <DeleteWithUses words={words} deletion={deletion} onClose={onClose} />;
}
