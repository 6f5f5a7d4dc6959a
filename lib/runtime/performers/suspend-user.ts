import type { Performer } from './performer';

/** The customer is not told; a running session ends. */
export const suspendUser: Performer = ({ customer, conversation, firing, suspend, derive }) => {
  if (customer.suspended) return { state: 'skipped', reason: 'already_suspended' };
  suspend(firing.ruleName);
  if (conversation.phase !== 'ended') derive({ kind: 'ended', by: 'suspension' });
  return { state: 'done' };
};
