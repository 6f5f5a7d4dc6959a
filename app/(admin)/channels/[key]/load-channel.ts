import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { ChannelPart } from '@/components/channels/channel-path';
import { hasWidget } from '@/components/channels/has-widget';
import { requireSession } from '@/lib/auth/current-actor';
import { getChannel } from '@/lib/services/channels/read';
import { orNotFound } from '../../log/or-not-found';

export interface ChannelPageProps {
  params: Promise<{ key: string }>;
}

/** The channel of the address, and who looks at it. A part that such a channel does not have is no page. */
export const loadChannel = cache(async (key: string, part?: ChannelPart) => {
  const context = await requireSession();
  const channel = await orNotFound(getChannel(context, decodeURIComponent(key)));
  const exists = part === undefined || (part === 'connect' ? channel.kind === 'api' : hasWidget(channel));
  if (!exists) notFound();
  return { context, channel };
});
