'use client';

import { useTranslations } from 'next-intl';
import { DeleteWithUses } from '@/components/ui/delete-with-uses';
import { toast } from '@/components/ui/toast';
import { CHANNEL_LISTS, channelAddress } from '@/lib/client/channels';
import { useDeletion } from '@/lib/client/deletion';
import type { ChannelSummary } from '@/lib/contracts/channel';

type Doomed = Pick<ChannelSummary, 'id' | 'name' | 'seen'>;

/** Says where the widget would disappear; a channel with a connected integration stays. */
export function DeleteChannel({ channel, onClose }: { channel: Doomed; onClose: () => void }) {
  const t = useTranslations('channels');
  const { id, name, seen } = channel;
  const deletion = useDeletion(channelAddress(id), {
    refresh: CHANNEL_LISTS,
    failed: t('failed'),
    onDeleted: () => {
      toast(t('delete.done', { name }));
      onClose();
    },
  });
  const connected = deletion.uses.some(({ kind }) => kind === 'integration');
  const words = {
    title: t('delete.title', { name }),
    text: seen ? t('delete.seenText', { origin: seen.origin }) : t('delete.text'),
    ...{ usesText: t('delete.usesText'), verb: t('delete.verb'), forceVerb: t('delete.forceVerb') },
  };
  return (
    <DeleteWithUses
      words={words}
      deletion={deletion}
      blockedText={connected ? t('delete.connectedText') : null}
      onClose={onClose}
    />
  );
}
