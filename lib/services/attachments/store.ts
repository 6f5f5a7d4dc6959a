import type { Database } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import { AppError, invalid } from '@/lib/contracts/app-error';
import { ATTACHMENT_MAX_BYTES, type Attachment } from '@/lib/contracts/attachment';
import { lookAtBytes } from './look-at-bytes';

/** Who uploads: a customer by the widget, a user or a token. What nobody has sent yet is theirs alone. */
export interface Uploader {
  readonly kind: 'customer' | 'user' | 'token';
  /** Uuid; `environment` for the token of the environment. */
  readonly id: string;
}

export interface UploadedFile {
  readonly name: string;
  /** As the browser says it; looked at, not believed. */
  readonly type: string | null;
  readonly bytes: Uint8Array;
}

/** Files that somebody may have uploaded and not yet sent; the oldest are deleted after a day (`sweep.ts`). */
const MOST_LOOSE = 50;

/**
 * Keeps a file until a message takes it. Who may upload is the caller's to know.
 * @throws AppError `too_large`, `limit_exceeded`, `invalid` for an empty one
 */
export async function storeAttachment(
  db: Database,
  accountId: string,
  uploader: Uploader,
  { name, type: claimed, bytes }: UploadedFile,
): Promise<Attachment> {
  if (bytes.byteLength > ATTACHMENT_MAX_BYTES) throw new AppError('too_large', { maximum: ATTACHMENT_MAX_BYTES });
  if (bytes.byteLength === 0) throw invalid('', 'empty_file');
  const id = uuidV7();
  const found = lookAtBytes(bytes, claimed);
  const file = { id, name: plainName(name), size: bytes.byteLength, ...found };
  const rows = await db.query(
    `insert into attachments (account_id, id, uploader_kind, uploader_id, name, media_type, size, width, height, bytes, created_at)
      select $1, $2, $3, $4, $5, $6, $7, $8::integer, $9::integer, $10::bytea, clock_timestamp()
      where (select count(*) from attachments where account_id = $1 and message_seq is null
        and uploader_kind = $3 and uploader_id = $4) < ${MOST_LOOSE} returning 1 as one`,
    [
      ...[accountId, id, uploader.kind, uploader.id, file.name, found.type, file.size],
      ...[found.width ?? null, found.height ?? null, bytes],
    ],
  );
  if (rows.length === 0) throw new AppError('limit_exceeded', { maximum: MOST_LOOSE });
  return file;
}

/** Without folders, control characters and characters that turn the direction of writing. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '').trim();
  return plain === '' || /^\.+$/.test(plain) ? 'file' : [...plain].slice(0, 200).join('');
}
