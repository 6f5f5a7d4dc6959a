/** Brings the outbox to the server, message by message, in one tab at a time. */
import type { Outbox } from './outbox';
import type { Conversation } from './protocol';
import type { Refusal } from './server';
import type { Sessions } from './session';
import type { Store } from './store';
import { pauseAfter, wait } from './stream';
import type { Surroundings } from './surroundings';

/** Answers the function that sends all there is; it may be called at any time. */
export function openSender({ server, tabs }: Surroundings, store: Store, sessions: Sessions, outbox: Outbox) {
  let failures = 0;
  let busy = false;

  const sendNext = async (): Promise<boolean> => {
    const next = outbox.next(Date.now());
    if (!next) return false;
    const { id, text, reply, proactive, attachments } = next;
    try {
      await sessions.ensure();
      const { conversation } = await server.call<{ conversation: Conversation }>('/messages', {
        ...{ id, text, reply, proactive, attachments: attachments?.map((attachment) => attachment.id) },
      });
      store.share({ conversation });
      outbox.remove(id);
    } catch (error) {
      const { status, passes } = error as Refusal;
      if (status === 401) await sessions.renew();
      else if (passes) throw error;
      else outbox.change(id, { failed: true });
    }
    failures = 0;
    store.apply({ set: { connection: 'live' } });
    return true;
  };

  return async function send(): Promise<void> {
    if (busy) return;
    busy = true;
    const pause = await tabs
      .alone('send', async () => {
        while (await sendNext());
        return 0;
      })
      .catch((error: Refusal) => {
        store.apply({ set: { connection: 'offline' } });
        return pauseAfter(failures++, error);
      });
    busy = false;
    if (pause) await wait(pause);
    // Also what was written in the moment between the last look and the end.
    if (outbox.next(Date.now())) await send();
  };
}
