import type { ReactNode } from 'react';
import { ChannelHeader } from '@/components/channels/channel-header';
import type { Channel } from '@/lib/contracts/channel';
import { ClientMessages } from '@/lib/i18n/client-messages';

/** Header and tabs around a part that has nothing to save. */
export function ChannelFrame({ channel, children }: { channel: Channel; children: ReactNode }) {
  return (
    <ClientMessages areas={['channels', 'problems']}>
      <ChannelHeader channel={channel} />
      <div className="px-5 pt-3.5 pb-16 max-phone:px-4">{children}</div>
    </ClientMessages>
  );
}
