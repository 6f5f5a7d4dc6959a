import type { Queries } from '@/db/client';
import { type CustomerJwt, readCustomerJwt, type SigningKey } from '@/lib/auth/customer-jwt';
import { decrypt } from '@/lib/auth/encryption';
import type { JwtTest } from '@/lib/contracts/channel-key';
import { jwtTestInput } from '@/lib/contracts/channel-key';
import { parse } from '@/lib/contracts/issues';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';

/**
 * What a customer's JWT says, checked with the channel's keys as they are now; the key that signed it is noted as used.
 * For the widget: no actor, nothing is permitted or thrown here.
 */
export async function verifyCustomerJwt(
  db: Queries,
  { accountId, channelId }: { accountId: string; channelId: string },
  jwt: string,
  now = new Date(),
): Promise<CustomerJwt> {
  const result = await readCustomerJwt(jwt, await keysOf(db, accountId, channelId), now);
  if (result.verified) {
    // Once a minute is exact enough, and spares a write per page view.
    await db.query(
      `update channel_keys set last_used_at = $3 where account_id = $1 and id = $2
        and (last_used_at is null or last_used_at < $3::timestamptz - interval '1 minute')`,
      [accountId, result.key.id, now],
    );
  }
  return result;
}

/** The same as a trial, which leaves no trace; `message` is the caller's to add. @throws AppError `forbidden`, `not_found` */
export async function testCustomerJwt(
  { db, actor }: Context,
  channel: string,
  input: { jwt: string },
): Promise<JwtTest & { params: Readonly<Record<string, string | number | boolean>> }> {
  permit(actor, 'channels.write');
  const { jwt } = parse(jwtTestInput, input);
  const { id } = await requireByKey(db, 'channels', actor.accountId, channel);
  const result = await readCustomerJwt(jwt, await keysOf(db, actor.accountId, id), new Date());
  const { header, claims, verified } = result;
  return {
    ...{ verified, header, claims, message: null },
    key: result.key && { id: result.key.id, name: result.key.name },
    fault: result.verified ? null : result.fault,
    params: result.verified ? {} : result.params,
    customer: result.verified ? result.identity : null,
  };
}

async function keysOf(db: Queries, accountId: string, channelId: string): Promise<SigningKey[]> {
  const rows = await db.query<Omit<SigningKey, 'secret'> & { stored: string }>(
    `select id, name, active, secret_encrypted as stored from channel_keys
      where account_id = $1 and channel_id = $2 order by active desc, created_at, id`,
    [accountId, channelId],
  );
  return rows.map(({ stored, ...key }) => ({ ...key, secret: readSecret(stored) }));
}

/** Null when it was encrypted with another SIGNALBOX_SECRET. */
function readSecret(stored: string): string | null {
  try {
    return decrypt(stored);
  } catch {
    return null;
  }
}
