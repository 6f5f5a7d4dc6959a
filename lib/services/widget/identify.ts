/** Who a site says its visitor is: the session becomes that customer's, and what the visitor did before goes along. */
import { accountLockShared } from '@/db/account-lock';
import { type Database, type Queries, withRetry } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import type { CustomerIdentity } from '@/lib/auth/customer-jwt';
import { AppError, type ErrorParams } from '@/lib/contracts/app-error';
import type { JwtFault } from '@/lib/contracts/channel-key';
import { verifyCustomerJwt } from '../channel-keys/verify';
import { mergeCustomers } from '../customers/merge';
import type { WidgetSession } from './find-session';

export interface Identified {
  /** Uuid of the customer that the session belongs to now. */
  readonly customer: string;
  /** Conversations that moved to that customer. */
  readonly conversations: readonly string[];
}

/** The claims of a JWT, verified by the channel's keys; else the fault. */
export async function readIdentity(
  db: Queries,
  { channel, now }: Pick<WidgetSession, 'channel' | 'now'>,
  jwt: string,
): Promise<{ identity: CustomerIdentity } | { fault: JwtFault; params: ErrorParams }> {
  const place = { accountId: channel.accountId, channelId: channel.id };
  const read = await verifyCustomerJwt(db, place, jwt, now);
  return read.verified ? { identity: read.identity } : { fault: read.fault, params: read.params };
}

/**
 * Binds the session to the customer of these verified claims, who is created when nobody has the external id yet. An
 * anonymous customer is merged into that one; from somebody else the session only changes over.
 */
export function identifySession(db: Database, session: WidgetSession, identity: CustomerIdentity): Promise<Identified> {
  const { accountId } = session;
  return withRetry(() =>
    db.transaction(async (tx) => {
      const lock = accountLockShared(accountId);
      await tx.query(lock.sql, lock.params);
      const into = await findOrCreate(tx, accountId, identity.externalId, session.now);
      const from = await customerOf(tx, session);
      if (from.id === into) {
        await writeClaims(tx, session, into, identity);
        return { customer: into, conversations: [] };
      }
      const conversations = from.anonymous ? await merge(tx, accountId, from.id, into) : [];
      await writeClaims(tx, session, into, identity);
      await tx.query('update widget_sessions set customer_id = $3 where account_id = $1 and id = $2', [
        accountId,
        session.id,
        into,
      ]);
      return { customer: into, conversations };
    }),
  );
}

/** By what a JWT said before, else by the id that the API uses. */
async function findOrCreate(tx: Queries, accountId: string, externalId: string, now: Date): Promise<string> {
  const found = () =>
    tx.query<{ id: string }>(
      `select coalesce(u.merged_into, u.id) as id from customers u where u.account_id = $1 and u.id = any(array(
          select customer_id from customer_identities where account_id = $1 and kind = 'external' and value = $2
          union all select id from customers where account_id = $1 and ext_id = $2))
        order by u.ext_id = $2 limit 1`,
      [accountId, externalId],
    );
  const [known] = await found();
  if (known) return known.id;
  await tx.query(
    `insert into customers (account_id, id, ext_id, anonymous, first_seen_at, last_seen_at)
      values ($1, $2, $3, false, $4, $4) on conflict do nothing`,
    [accountId, uuidV7(), externalId, now],
  );
  const [made] = await found();
  if (!made) throw new AppError('too_busy', {}, { retryAfter: 1 });
  return made.id;
}

/** Whose the session is by now: another tab may have been quicker. */
async function customerOf(tx: Queries, { accountId, id }: WidgetSession): Promise<{ id: string; anonymous: boolean }> {
  const [row] = await tx.query<{ id: string; anonymous: boolean }>(
    `select u.id, u.anonymous from widget_sessions s join customers u on u.account_id = s.account_id and u.id = s.customer_id
      where s.account_id = $1 and s.id = $2 and s.ended_at is null`,
    [accountId, id],
  );
  if (!row) throw new AppError('session_ended');
  return row;
}

async function merge(tx: Queries, accountId: string, from: string, into: string): Promise<readonly string[]> {
  const [before] = await tx.query<{ language: string | null }>(
    'select language from customers where account_id = $1 and id = $2',
    [accountId, into],
  );
  const { conversations } = await mergeCustomers(tx, accountId, { from, into });
  // What a browser reported is no claim of who somebody is.
  await tx.query('update customers set language = $3 where account_id = $1 and id = $2', [
    accountId,
    into,
    before?.language ?? null,
  ]);
  return conversations;
}

/** Claims replace what was known; what a JWT leaves out stays. */
async function writeClaims(
  tx: Queries,
  { accountId, now }: WidgetSession,
  id: string,
  { externalId, name, email, emailVerified, language }: CustomerIdentity,
): Promise<void> {
  await tx.query(
    `update customers set anonymous = false, name = coalesce($3, name), language = coalesce($4, language),
        email_verified = case when $5::text is null then email_verified
          else $6 or (email_verified and lower(email) = lower($5)) end,
        email = coalesce($5, email), last_seen_at = greatest(last_seen_at, $7::timestamptz)
      where account_id = $1 and id = $2`,
    [accountId, id, name, language, email, emailVerified, now],
  );
  const identities = [
    ['external', externalId],
    ...(email !== null && emailVerified ? [['email', email.toLowerCase()]] : []),
  ];
  for (const [kind, value] of identities) {
    await tx.query(
      `insert into customer_identities (account_id, kind, value, customer_id, created_at) values ($1, $2, $3, $4, $5)
        on conflict do nothing`,
      [accountId, kind, value, id, now],
    );
  }
}
