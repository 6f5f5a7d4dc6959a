import { type Conversation, isSuspendedOn } from '@/lib/engine/state/records';
import type { Session } from './session';

/** Whether the conversation's customer is suspended on its channel: of messaging alone, or of all channels. */
export function isSuspended({ work, directory }: Session, { customerId, channelKey }: Conversation): boolean {
  const { suspended } = work.customer(customerId);
  return suspended !== null && isSuspendedOn(suspended, directory.channel(channelKey)?.kind);
}
