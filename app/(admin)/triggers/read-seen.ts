import type { EventSeen } from '@/components/triggers/use-sample';
import { AppError } from '@/lib/contracts/app-error';
import type { Context } from '@/lib/services/context';
import { getEvent } from '@/lib/services/events/read';

/** What the event that an address names saw; null when there is none to be seen, or it kept no facts. */
export async function readSeen(context: Context, id: string | string[] | undefined): Promise<EventSeen | null> {
  if (typeof id !== 'string') return null;
  try {
    const { type, occurredAt, facts, customer, conversation, ...event } = await getEvent(context, id);
    return facts === null ? null : { id: event.id, type, occurredAt, facts, customer, conversation };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
