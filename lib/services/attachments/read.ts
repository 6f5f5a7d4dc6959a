import type { Queries } from '@/db/client';
import { invalid, notFound } from '@/lib/contracts/app-error';
import type { Attachment } from '@/lib/contracts/attachment';
import { isUuid } from '@/lib/contracts/value';
import type { Uploader } from './store';

export type AttachmentPlace = {
  /** Null while no message has taken it. */
  readonly conversationId: string | null;
  readonly uploader: Uploader;
  /** In an internal note: never for the customer. */
  readonly inNote: boolean;
};

/** As the database answers it: what is no image has no size in pixels. */
export type FileRow = Omit<Attachment, 'width' | 'height'> & { width: number | null; height: number | null };
type Row = FileRow & AttachmentPlace;

/** A file without its bytes, and where it belongs. @throws AppError `not_found` */
export async function findAttachment(
  db: Queries,
  accountId: string,
  id: string,
): Promise<Attachment & AttachmentPlace> {
  const [row] = isUuid(id)
    ? await db.query<Row>(
        `select a.id, a.name, a.media_type as type, a.size, a.width, a.height, a.conversation_id as "conversationId",
            jsonb_build_object('kind', a.uploader_kind, 'id', a.uploader_id) as uploader,
            coalesce(m.kind = 'note', false) as "inNote"
          from attachments a left join messages m
            on m.account_id = a.account_id and m.conversation_id = a.conversation_id and m.seq = a.message_seq
          where a.account_id = $1 and a.id = $2`,
        [accountId, id],
      )
    : [];
  if (!row) throw notFound('attachment', id);
  const { conversationId, uploader, inNote, ...file } = row;
  return { ...presentFile(file), conversationId, uploader, inNote };
}

/** The files of message `m` as JSON, in their order. */
export const FILES_OF = `(select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'type', f.media_type, 'size', f.size,
    'width', f.width, 'height', f.height) order by f.position, f.id) from attachments f
  where f.account_id = m.account_id and f.conversation_id = m.conversation_id and f.message_seq = m.seq)`;

export function presentFile({ width, height, ...file }: FileRow): Attachment {
  return { ...file, ...(width !== null && height !== null && { width, height }) };
}

/** @throws AppError `not_found` */
export async function readAttachmentBytes(db: Queries, accountId: string, id: string): Promise<Uint8Array> {
  const [row] = await db.query<{ bytes: Uint8Array | null }>(
    'select bytes from attachments where account_id = $1 and id = $2',
    [accountId, id],
  );
  if (!row?.bytes) throw notFound('attachment', id);
  return row.bytes;
}

/**
 * Whether these files wait for a message of the uploader; judged again in the transaction that takes them. A message
 * that is sent again may name the files that it has.
 * @throws AppError `invalid` at the first one that does not, under `path`
 */
export async function requireLoose(
  db: Queries,
  accountId: string,
  uploader: Uploader,
  ids: readonly string[],
  sent: { conversation: string; clientId: string } | null = null,
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await db.query<{ id: string }>(
    `select a.id from attachments a where a.account_id = $1 and a.uploader_kind = $2 and a.uploader_id = $3
      and a.id in (select value::uuid from jsonb_array_elements_text($4::text::jsonb)) and (a.message_seq is null
        or exists (select from messages m where m.account_id = $1 and m.conversation_id = a.conversation_id
          and m.seq = a.message_seq and m.conversation_id = $5::uuid and m.client_id = $6))`,
    [accountId, uploader.kind, uploader.id, JSON.stringify(ids), sent?.conversation ?? null, sent?.clientId ?? null],
  );
  const known = new Set(rows.map(({ id }) => id));
  const missing = ids.findIndex((id, index) => !known.has(id.toLowerCase()) || ids.indexOf(id) < index);
  if (missing >= 0) throw invalid(`attachments[${missing}]`, 'unknown_attachment');
}
