import { AppError } from '@/lib/contracts/app-error';
import type { WorkspaceUpdates, WorkspaceUpdatesQuery } from '@/lib/contracts/workspace';
import type { Context } from '@/lib/services/context';
import { findConversation, visible, visibleTo } from '@/lib/services/conversations/find';
import { permit } from '@/lib/services/permit';
import { countWorkspace } from '@/lib/services/workspace/counts';
import { readRow } from '@/lib/services/workspace/rows';
import { readThread } from '@/lib/services/workspace/thread';
import { listenForTyping } from '../realtime/who-types';
import { typingIn } from './conversation';

const ENTRIES = 50;

/** The polling twin of the stream: counts, whether the lists have changed, and what is new in the open conversation. */
export async function workspaceUpdates(context: Context, query: WorkspaceUpdatesQuery): Promise<WorkspaceUpdates> {
  const { db, actor } = context;
  permit(actor, 'conversations.read');
  listenForTyping(db);
  const [state] = await db.query<{ now: Date; stamp: string }>(
    `select clock_timestamp() as now, md5(concat_ws(' ', count(*), sum(hashtextextended(
        concat_ws(' ', c.id, c.event_seq, c.message_seq, coalesce(r.seq, 0)), 0)))) as stamp
      from conversations c left join conversation_reads r
        on r.account_id = c.account_id and r.conversation_id = c.id and r.agent_id = $3::uuid
      where c.account_id = $1 and ${visible(2)} and (c.queue_state = 'queued' or c.phase = 'assigned'
        or (c.suspended_ticket and c.phase in ('requesting', 'queued')))`,
    [actor.accountId, visibleTo(actor), actor.agent?.id ?? null],
  );
  return {
    now: (state?.now ?? new Date()).toISOString(),
    counts: await countWorkspace(context),
    stamp: state?.stamp ?? '',
    conversation: query.conversation === undefined ? null : await openOne(context, query.conversation, query),
  };
}

async function openOne(
  context: Context,
  idOrKey: string,
  { after, afterEvent }: WorkspaceUpdatesQuery,
): Promise<WorkspaceUpdates['conversation']> {
  const { db, actor } = context;
  try {
    const { id } = await findConversation(db, actor, idOrKey);
    const thread = await readThread(db, actor.accountId, id, { after, afterEvent, limit: ENTRIES });
    const row = await readRow(db, actor, id);
    return row ? { row, thread, typing: typingIn(context, id) } : null;
  } catch (error) {
    // Given away to others meanwhile.
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
