import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import type { Attachment } from '@/lib/contracts/attachment';
import { findAttachment, readAttachmentBytes } from '../attachments/read';
import type { WidgetSession } from './find-session';

/**
 * A file of a conversation of this customer, never of a note, or one that the customer has uploaded and not sent yet.
 * @throws AppError `not_found`
 */
export async function downloadForCustomer(
  db: Queries,
  { accountId, customer }: WidgetSession,
  id: string,
): Promise<{ file: Attachment; bytes: Uint8Array }> {
  const { conversationId, uploader, inNote, ...file } = await findAttachment(db, accountId, id);
  const mine =
    conversationId === null
      ? uploader.kind === 'customer' && uploader.id === customer.id
      : !inNote && (await isOf(db, accountId, conversationId, customer.id));
  if (!mine) throw notFound('attachment', id);
  return { file, bytes: await readAttachmentBytes(db, accountId, file.id) };
}

async function isOf(db: Queries, accountId: string, conversation: string, customer: string): Promise<boolean> {
  const rows = await db.query(
    'select 1 as one from conversations where account_id = $1 and id = $2 and customer_id = $3',
    [accountId, conversation, customer],
  );
  return rows.length > 0;
}
