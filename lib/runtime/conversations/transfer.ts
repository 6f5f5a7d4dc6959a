import type { Context } from '@/lib/services/context';
import type { IngestOptions } from '../ingest/ingest';
import { onConversation } from './command';

/** Moves a conversation into a group's queue. @throws AppError `conflict` when it has ended, `invalid` for the group */
export function transferConversation(
  context: Context,
  id: string,
  { group }: { group: string },
  options: IngestOptions = {},
) {
  return onConversation(context, id, { verb: 'transfer', group }, options);
}
