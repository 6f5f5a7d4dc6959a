import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import type { ChannelKey } from '@/lib/contracts/channel-key';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { iso, isoOrNull } from '../search-pattern';

type Row = Omit<ChannelKey, 'createdAt' | 'lastUsedAt'> & { createdAt: Date; lastUsedAt: Date | null };

const columns = 'id, name, active, last_used_at as "lastUsedAt", created_at as "createdAt"';

/** Oldest first. @throws AppError `forbidden`, `not_found` */
export async function listChannelKeys({ db, actor }: Context, channel: string): Promise<{ items: ChannelKey[] }> {
  permit(actor, 'channels.write');
  const { id } = await requireByKey(db, 'channels', actor.accountId, channel);
  const rows = await db.query<Row>(
    `select ${columns} from channel_keys where account_id = $1 and channel_id = $2 order by created_at, id`,
    [actor.accountId, id],
  );
  return { items: rows.map(present) };
}

/** @throws AppError `not_found` */
export async function readChannelKey(
  tx: Queries,
  accountId: string,
  channelId: string,
  id: string,
): Promise<ChannelKey> {
  const [row] = isUuid(id)
    ? await tx.query<Row>(
        `select ${columns} from channel_keys where account_id = $1 and channel_id = $2 and id = $3::uuid`,
        [accountId, channelId, id],
      )
    : [];
  if (!row) throw notFound('channel_key', id);
  return present(row);
}

function present(row: Row): ChannelKey {
  return { ...row, lastUsedAt: isoOrNull(row.lastUsedAt), createdAt: iso(row.createdAt) };
}
