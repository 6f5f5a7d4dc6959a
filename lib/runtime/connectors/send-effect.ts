import type { Database } from '@/db/client';
import type { Clock } from '@/db/clock';
import type { Delivery } from '../worker/delivery';
import type { Effect, Receipt } from './connector';
import { noteHealth } from './health';
import { noteFailure } from './note-failure';
import { openConnection } from './open';
import { Permanent } from './outcome';
import { connectorOf, effectOf } from './registry';

interface Payload {
  readonly action: string;
  readonly plan: Readonly<Record<string, unknown>>;
  readonly integrationId?: string;
}

/** What goes out by itself, beside the actions of rules. */
export type Tasks = Readonly<Record<string, Effect['send']>>;

/** Does a planned effect through its integration, and keeps how that went beside the integration. */
export async function sendEffect(
  database: Database,
  delivery: Delivery,
  now: Date,
  { clock, tasks = {} }: { clock?: Clock | undefined; tasks?: Tasks } = {},
): Promise<Receipt> {
  const { accountId, key, attempt, firingId, conversationId, kind } = delivery;
  // We wrote the payload ourselves, in the firing's transaction.
  const { action, plan, integrationId } = delivery.payload as Payload;
  const send = effectOf(action)?.send ?? tasks[action];
  if (!send) throw new Permanent('unknown_action');
  const named = { accountId, kind, integrationId: integrationId ?? null, now };
  const connection =
    (await connectorOf(kind)?.standIn?.(database, accountId)) ?? (await openConnection(database, named));
  try {
    const about = { key, attempt, now, firingId, conversationId, before: delivery.response, clock };
    const receipt = await send(connection, plan, about);
    await noteHealth(database, connection, { lastSuccessAt: now });
    return receipt;
  } catch (error) {
    throw await noteFailure(error, connection, now);
  }
}
