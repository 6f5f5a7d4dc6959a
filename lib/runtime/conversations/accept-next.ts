import { AppError } from '@/lib/contracts/app-error';
import type { Context } from '@/lib/services/context';
import { visible, visibleTo } from '@/lib/services/conversations/find';
import { permit } from '@/lib/services/permit';
import type { IngestOptions } from '../ingest/ingest';
import { acceptConversation } from './accept';

const AT_ONCE = 10;
const ROUNDS = 5;

/**
 * Takes the conversation that has waited longest of those that the actor sees; colleagues who are quicker get theirs.
 * Null when nothing waits.
 */
export async function acceptNext(context: Context, options: IngestOptions = {}): Promise<{ id: string } | null> {
  const { db, actor } = context;
  permit(actor, 'conversations.write');
  for (let round = 0; round < ROUNDS; round++) {
    const waiting = await db.query<{ id: string }>(
      `select c.id from conversations c where c.account_id = $1 and c.queue_state = 'queued' and ${visible(2)}
        order by coalesce(c.queued_at, c.requested_at, c.created_at), c.id limit ${AT_ONCE}`,
      [actor.accountId, visibleTo(actor)],
    );
    for (const { id } of waiting) {
      const accepted = await attempt(context, id, options);
      if (accepted) return accepted;
    }
    if (waiting.length < AT_ONCE) return null;
  }
  return null;
}

/** Undefined when somebody else was quicker. */
async function attempt(context: Context, id: string, options: IngestOptions): Promise<{ id: string } | undefined> {
  try {
    return await acceptConversation(context, id, {}, options);
  } catch (error) {
    if (error instanceof AppError && (error.code === 'conflict' || error.code === 'not_found')) return undefined;
    throw error;
  }
}
