'use client';

import { useTranslations } from 'next-intl';
import { DeleteWithUses } from '@/components/ui/delete-with-uses';
import { toast } from '@/components/ui/toast';
import { BOTS, botAddress } from '@/lib/client/bots';
import { useDeletion } from '@/lib/client/deletion';
import type { Bot } from '@/lib/contracts/bot';

interface DeleteBotProps {
  bot: Pick<Bot, 'id' | 'name' | 'answers'>;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteBot({ bot, onClose, onDeleted }: DeleteBotProps) {
  const t = useTranslations('bots.delete');
  const { id, name, answers } = bot;
  const deletion = useDeletion(botAddress(id), {
    refresh: BOTS,
    failed: t('failed'),
    onDeleted: () => {
      toast(t('deleted', { name }));
      onDeleted();
    },
  });
  const words = {
    ...{ title: t('title', { name }), text: t('text', { answers: answers.length }), usesText: t('usesText') },
    ...{ verb: t('verb'), forceVerb: t('forceVerb') },
  };
  return <DeleteWithUses words={words} deletion={deletion} onClose={onClose} />;
}
