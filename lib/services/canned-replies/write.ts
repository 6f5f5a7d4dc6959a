import { DatabaseError, type Queries } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import { AppError, invalid } from '@/lib/contracts/app-error';
import {
  type CannedReply,
  type CannedReplyChange,
  type CannedReplyInput,
  cannedReplyChange,
  cannedReplyInput,
} from '@/lib/contracts/canned-reply';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { readCannedReply, userOf } from './read';

/** For everybody where the role allows it, else for oneself. @throws AppError `forbidden`, `invalid` (`shortcut_taken`) */
export async function createCannedReply(context: Context, input: CannedReplyInput): Promise<CannedReply> {
  const { db, actor } = context;
  const { shared, ...reply } = parse(cannedReplyInput, input);
  permit(actor, shared ? 'replies.share' : 'replies.write');
  const owner = userOf(actor);
  // What nobody owns and nobody shares, nobody would ever see.
  if (!shared && owner === null) throw invalid('shared', 'required');
  const id = uuidV7();
  return uniquely(() =>
    db.transaction(async (tx) => {
      await tx.query(
        `insert into canned_replies (account_id, id, shortcut, title, text, shared, created_by)
          values ($1, $2, $3, $4, $5, $6, $7)`,
        [actor.accountId, id, reply.shortcut, reply.title, reply.text, shared, owner],
      );
      const after = await readCannedReply(tx, actor, id);
      await record(tx, actor, { kind: 'canned_reply', id, name: after.title, verb: 'created', after });
      return after;
    }),
  );
}

/** What is absent stays. @throws AppError `forbidden`, `not_found`, `invalid` (`shortcut_taken`) */
export async function updateCannedReply(context: Context, id: string, input: CannedReplyChange): Promise<CannedReply> {
  const { db, actor } = context;
  permit(actor, 'replies.write');
  const change = parse(cannedReplyChange, input);
  return uniquely(() =>
    db.transaction(async (tx) => {
      const before = await requireOwn(tx, context, id);
      const { shortcut, title, text, shared } = { ...before, ...change };
      if (shared !== before.shared) permit(actor, 'replies.share');
      // Taken back from everybody it must be somebody's.
      if (!shared && before.owner === null) throw invalid('shared', 'required');
      await tx.query(
        `update canned_replies set shortcut = $3, title = $4, text = $5, shared = $6, updated_at = clock_timestamp()
          where account_id = $1 and id = $2`,
        [actor.accountId, id, shortcut, title, text, shared],
      );
      const after = { ...before, shortcut, title, text, shared, updatedAt: new Date().toISOString() };
      await record(tx, actor, { kind: 'canned_reply', id, name: title, verb: 'updated', before, after });
      return shared || before.owner?.id === userOf(actor) ? readCannedReply(tx, actor, id) : after;
    }),
  );
}

/** @throws AppError `forbidden`, `not_found` */
export async function deleteCannedReply(context: Context, id: string): Promise<void> {
  const { db, actor } = context;
  permit(actor, 'replies.write');
  await db.transaction(async (tx) => {
    const before = await requireOwn(tx, context, id);
    await tx.query('delete from canned_replies where account_id = $1 and id = $2', [actor.accountId, id]);
    await record(tx, actor, { kind: 'canned_reply', id, name: before.title, verb: 'deleted', before });
  });
}

async function requireOwn(tx: Queries, { actor }: Context, id: string): Promise<CannedReply> {
  await tx.query('select 1 from canned_replies where account_id = $1 and id::text = $2 for update', [
    actor.accountId,
    id,
  ]);
  const reply = await readCannedReply(tx, actor, id);
  if (!reply.mayChange) throw new AppError('forbidden', { capability: 'replies.share', role: actor.role });
  return reply;
}

/** Shortcuts are unique among the shared ones and among each user's own. */
async function uniquely<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '23505') throw invalid('shortcut', 'shortcut_taken');
    throw error;
  }
}
