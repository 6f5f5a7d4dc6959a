import type { EventResult } from '@/lib/contracts/event';
import type { Context } from '@/lib/services/context';
import { permit } from '@/lib/services/permit';
import { ingest } from './ingest';

/** `POST /events`. @throws AppError `forbidden`, `too_large`, `too_busy` */
export function receiveEvents({ db, actor }: Context, events: readonly unknown[]): Promise<{ results: EventResult[] }> {
  permit(actor, 'events.send');
  return ingest(db, actor.accountId, events);
}
