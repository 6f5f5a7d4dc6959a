import type { DraftSending, OpenDraft } from '@/lib/contracts/reply-draft';
import type { Context } from '@/lib/services/context';
import { findConversation } from '@/lib/services/conversations/find';
import { decideDraft, readOpenDraft, requireOpenDraft } from '@/lib/services/drafts/read';
import { permit } from '@/lib/services/permit';
import { tellHints } from '../hints';
import type { IngestOptions } from '../ingest/ingest';
import { replyToConversation } from './reply';

/**
 * Sends what a rule has written, as the agent's own message; two agents who send it at once send it once.
 * @throws AppError `not_found`, `conflict` (`draft_decided`, and as a reply)
 */
export async function sendDraft(
  context: Context,
  idOrKey: string,
  { draft, text }: DraftSending,
  options: IngestOptions = {},
): Promise<OpenDraft> {
  const { db, actor } = context;
  permit(actor, 'conversations.write');
  const { id } = await findConversation(db, actor, idOrKey);
  const written = await requireOpenDraft(context, id, draft);
  await replyToConversation(context, id, { text: text ?? written.text, clientId: `draft:${draft}` }, options);
  await decideDraft(db, context, draft, 'sent');
  return told(context, id);
}

/** @throws AppError `not_found`, `conflict` (`draft_decided`) */
export async function discardDraft(context: Context, idOrKey: string, draft: string): Promise<OpenDraft> {
  const { db, actor } = context;
  permit(actor, 'conversations.write');
  const { id } = await findConversation(db, actor, idOrKey);
  await requireOpenDraft(context, id, draft);
  await decideDraft(db, context, draft, 'discarded');
  return told(context, id);
}

function told(context: Context, id: string): Promise<OpenDraft> {
  tellHints(context.db, [{ account: context.actor.accountId, topic: 'conversation', id, seq: 0 }]);
  return readOpenDraft(context, id);
}
