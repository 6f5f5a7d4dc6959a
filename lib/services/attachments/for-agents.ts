import { AppError, notFound } from '@/lib/contracts/app-error';
import type { Attachment, AttachmentQuery } from '@/lib/contracts/attachment';
import type { Context } from '../context';
import { findConversation } from '../conversations/find';
import { permit } from '../permit';
import { findAttachment, readAttachmentBytes } from './read';
import { storeAttachment, type Uploader } from './store';

/** Keeps a file of an agent until a reply or note takes it. @throws AppError `forbidden`, `too_large`, `limit_exceeded` */
export async function uploadAttachment(
  { db, actor }: Context,
  { name }: AttachmentQuery,
  { type, bytes }: { type: string | null; bytes: Uint8Array },
): Promise<Attachment> {
  permit(actor, 'conversations.write');
  return storeAttachment(db, actor.accountId, uploaderOf({ db, actor }), { name, type, bytes });
}

/**
 * A file of a conversation that the actor may see, or one of its own that no message has taken yet.
 * @throws AppError `not_found`
 */
export async function downloadAttachment(
  { db, actor }: Context,
  id: string,
): Promise<{ file: Attachment; bytes: Uint8Array }> {
  permit(actor, 'conversations.read');
  const file = await findAttachment(db, actor.accountId, id);
  const own = uploaderOf({ db, actor });
  if (file.conversationId !== null) await findConversation(db, actor, file.conversationId);
  else if (file.uploader.kind !== own.kind || file.uploader.id !== own.id) throw notFound('attachment', id);
  return { file, bytes: await readAttachmentBytes(db, actor.accountId, file.id) };
}

/** @throws AppError `forbidden` for the product itself */
export function uploaderOf({ actor }: Context): Uploader {
  if (actor.kind === 'system' || actor.id === null) throw new AppError('forbidden');
  return { kind: actor.kind, id: actor.id };
}
