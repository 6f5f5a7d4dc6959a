import type { Queries } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import type { OpenDraft, ReplyDraft } from '@/lib/contracts/reply-draft';
import type { Context } from '../context';
import { findConversation } from '../conversations/find';
import { permit } from '../permit';
import { iso } from '../search-pattern';

type Row = Omit<ReplyDraft, 'createdAt'> & { createdAt: Date };

/** @throws AppError `not_found` */
export async function readOpenDraft({ db, actor }: Context, idOrKey: string): Promise<OpenDraft> {
  permit(actor, 'conversations.read');
  const { id } = await findConversation(db, actor, idOrKey);
  const [row] = await db.query<Row>(
    `select id, firing_id as firing, rule_name as rule, body as text, created_at as "createdAt" from reply_drafts
      where account_id = $1 and conversation_id = $2 and state = 'open'`,
    [actor.accountId, id],
  );
  return { draft: row ? { ...row, createdAt: iso(row.createdAt) } : null };
}

/** Answers its text. @throws AppError `conflict` (`draft_decided`) when somebody decided, or another took its place */
export async function requireOpenDraft(
  { db, actor }: Context,
  conversationId: string,
  draft: string,
): Promise<{ text: string }> {
  const [row] = await db.query<{ text: string }>(
    `select body as text from reply_drafts
      where account_id = $1 and conversation_id = $2 and id = $3 and state = 'open'`,
    [actor.accountId, conversationId, draft],
  );
  if (!row) throw new AppError('conflict', { reason: 'draft_decided' });
  return row;
}

export async function decideDraft(
  tx: Queries,
  { actor }: Pick<Context, 'actor'>,
  draft: string,
  state: 'sent' | 'discarded',
): Promise<void> {
  await tx.query(
    `update reply_drafts set state = $3, decided_at = clock_timestamp(), decided_by = $4
      where account_id = $1 and id = $2 and state = 'open'`,
    [actor.accountId, draft, state, actor.name],
  );
}
