/**
 * External effects: at least once, with a lease and a key that is the same for every attempt. Claimed and committed
 * before the effect, settled after it; a process killed in between costs one more attempt when the lease ends.
 */

import type { Database } from '@/db/client';
import type { Clock } from '@/db/clock';
import { Permanent, RetryAt } from '../connectors/outcome';
import { sendWebhook } from '../connectors/send-webhook';

const LEASE = '60 seconds';
const LIMIT = 20;
const ATTEMPTS = 8;
const FIRST_BACK_OFF_MILLISECONDS = 10_000;

export interface Delivery {
  readonly accountId: string;
  readonly key: string;
  readonly kind: string;
  readonly webhookId: string | null;
  readonly payload: unknown;
  readonly attempt: number;
}

/** Does one delivery's effect; answers what is kept of the other side's answer. */
export type Sender = (database: Database, delivery: Delivery, now: Date) => Promise<Record<string, unknown>>;

const senders: Readonly<Record<string, Sender>> = { webhook: sendWebhook };

/** Sends what is due, once; answers how many were claimed. */
export async function runDeliveries(database: Database, clock?: Clock): Promise<number> {
  const now = (await clock?.now(database)) ?? null;
  const claimed = await claim(database, now);
  await Promise.all(claimed.map((delivery) => deliver(database, delivery, now ?? new Date())));
  return claimed.length;
}

async function claim(database: Database, now: Date | null): Promise<Delivery[]> {
  return database.query<Delivery & Record<string, unknown>>(
    `update deliveries d set state = 'leased', attempt = attempt + 1,
        lease_until = coalesce($1::timestamptz, clock_timestamp()) + interval '${LEASE}'
      from (select account_id, idempotency_key from deliveries
        where (state = 'ready' and next_at <= coalesce($1::timestamptz, clock_timestamp()))
          or (state = 'leased' and lease_until <= coalesce($1::timestamptz, clock_timestamp()))
        order by next_at limit ${LIMIT} for update skip locked) due
      where d.account_id = due.account_id and d.idempotency_key = due.idempotency_key
      returning d.account_id as "accountId", d.idempotency_key as key, d.kind, d.webhook_id as "webhookId", d.payload, d.attempt`,
    [now],
  );
}

async function deliver(database: Database, delivery: Delivery, now: Date): Promise<void> {
  try {
    const sender = senders[delivery.kind];
    if (!sender) throw new Permanent('unknown_kind');
    const response = await sender(database, delivery, now);
    await settle(database, delivery, { state: 'done', nextAt: now, response, error: null });
  } catch (error) {
    await settle(database, delivery, failureOf(error, delivery.attempt, now));
  }
}

interface Settlement {
  readonly state: 'done' | 'ready' | 'failed';
  readonly nextAt: Date;
  readonly response: object | null;
  readonly error: object | null;
}

function failureOf(error: unknown, attempt: number, now: Date): Settlement {
  const code = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
  const failed = { response: null, error: { code, attempt } };
  if (error instanceof Permanent || attempt >= ATTEMPTS) return { ...failed, state: 'failed', nextAt: now };
  if (error instanceof RetryAt) return { ...failed, state: 'ready', nextAt: error.at };
  const backOff = FIRST_BACK_OFF_MILLISECONDS * 3 ** (attempt - 1) * (0.8 + Math.random() * 0.4);
  return { ...failed, state: 'ready', nextAt: new Date(now.getTime() + backOff) };
}

/** Only while the lease is ours: an attempt that was overtaken says nothing any more. */
async function settle(
  database: Database,
  { accountId, key, attempt }: Delivery,
  settlement: Settlement,
): Promise<void> {
  const { state, nextAt, response, error } = settlement;
  await database.query(
    `update deliveries set state = $4, next_at = $5, lease_until = null, response = $6::text::jsonb, last_error = $7::text::jsonb,
        done_at = case when $4 = 'ready' then null else clock_timestamp() end
      where account_id = $1 and idempotency_key = $2 and attempt = $3 and state = 'leased'`,
    [accountId, key, attempt, state, nextAt, response && JSON.stringify(response), error && JSON.stringify(error)],
  );
}
