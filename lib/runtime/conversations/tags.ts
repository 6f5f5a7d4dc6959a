import type { Context } from '@/lib/services/context';
import type { IngestOptions } from '../ingest/ingest';
import { onConversation } from './command';

/** Adds and removes tags, also of a conversation that has ended. */
export function changeTags(
  context: Context,
  id: string,
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
  options: IngestOptions = {},
) {
  return onConversation(context, id, { verb: 'change_tags', add, remove }, options);
}
