import { createHash } from 'node:crypto';
import type { Queries } from '@/db/client';
import { AppError, invalid, notFound } from '@/lib/contracts/app-error';
import { LOGO_MAX_BYTES } from '@/lib/contracts/channel';
import { isShowable, lookAtBytes } from '../attachments/look-at-bytes';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';

/**
 * Keeps an image; the channel shows it once its settings name it. What nothing names is kept for a day, for a form that
 * is still open. @throws AppError `forbidden`, `not_found`, `too_large`, `invalid` (`empty_file`, `not_an_image`)
 */
export async function uploadLogo(
  { db, actor }: Context,
  channel: string,
  bytes: Uint8Array,
): Promise<{ logo: string }> {
  permit(actor, 'channels.write');
  const { accountId } = actor;
  const { id } = await requireByKey(db, 'channels', accountId, channel);
  if (bytes.byteLength > LOGO_MAX_BYTES) throw new AppError('too_large', { maximum: LOGO_MAX_BYTES });
  if (bytes.byteLength === 0) throw invalid('', 'empty_file');
  const { type } = lookAtBytes(bytes, null);
  if (!isShowable(type)) throw invalid('', 'not_an_image');
  const digest = createHash('sha256').update(bytes).digest('hex');
  await db.transaction(async (tx) => {
    await tx.query(
      `insert into channel_logos (account_id, channel_id, digest, media_type, bytes, created_at)
        values ($1, $2, $3, $4, $5::bytea, clock_timestamp())
        on conflict (account_id, channel_id, digest) do update set created_at = excluded.created_at`,
      [accountId, id, digest, type, bytes],
    );
    await forgetUnused(tx, accountId, id);
  });
  return { logo: `/api/v1/logos/${digest}` };
}

/** Public: whoever knows the digest has seen the image. @throws AppError `not_found` */
export async function readLogo(db: Queries, digest: string): Promise<{ type: string; bytes: Uint8Array }> {
  const [row] = /^[0-9a-f]{64}$/.test(digest)
    ? await db.query<{ type: string; bytes: Uint8Array }>(
        'select media_type as type, bytes from channel_logos where digest = $1 limit 1',
        [digest],
      )
    : [];
  if (!row) throw notFound('logo', digest);
  return row;
}

/** Leaves at most ten besides the one that is shown: a form needs no more. */
async function forgetUnused(tx: Queries, accountId: string, channelId: string): Promise<void> {
  await tx.query(
    `delete from channel_logos l using channels c
      where l.account_id = $1 and l.channel_id = $2 and c.account_id = l.account_id and c.id = l.channel_id
        and c.settings ->> 'logo' is distinct from '/api/v1/logos/' || l.digest
        and (l.created_at < clock_timestamp() - interval '1 day' or l.digest not in (
          select digest from channel_logos where account_id = $1 and channel_id = $2 order by created_at desc limit 10))`,
    [accountId, channelId],
  );
}
