import type { Context } from '@/lib/services/context';
import type { IngestOptions } from '../ingest/ingest';
import { onConversation } from './command';

/** @throws AppError `conflict` when it has ended already */
export function endConversation(context: Context, id: string, options: IngestOptions = {}) {
  return onConversation(context, id, { verb: 'end', by: context.actor.agent?.key ?? context.actor.kind }, options);
}
