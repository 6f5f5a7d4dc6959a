/**
 * External effects: at least once, with a lease and a key that is the same for every attempt. Claimed and committed
 * before the effect, settled after it; a process killed in between costs one more attempt when the lease ends.
 */

import type { Database } from '@/db/client';
import type { Clock } from '@/db/clock';
import { analyse } from '../connectors/ai/analyse';
import { reply } from '../connectors/mail/reply';
import { tellUndelivered } from '../connectors/mail/tell-undelivered';
import { AttemptFailed, Permanent, Postponed, RetryAt } from '../connectors/outcome';
import { lanes } from '../connectors/registry';
import { sendEffect, type Tasks } from '../connectors/send-effect';
import { sendWebhook } from '../connectors/send-webhook';
import type { Delivery } from './delivery';
import { closeDelivery, type Settlement } from './delivery';
import { settleStep } from './settle-step';

const tasks: Tasks = { analyse, reply };

const LEASE_MILLISECONDS = 60_000;
const RENEWAL_MILLISECONDS = 20_000;
const LIMIT = 20;
const ATTEMPTS = 8;
const FIRST_BACK_OFF_MILLISECONDS = 10_000;

/** Sends what is due in every lane, once; answers how many were claimed. */
export async function runDeliveries(database: Database, clock?: Clock): Promise<number> {
  const counts = await Promise.all(lanes.map((lane) => runLane(database, lane, clock)));
  return counts.reduce((sum, each) => sum + each, 0);
}

/** One kind of other side, so that a slow one does not hold up the rest. */
export async function runLane(database: Database, lane: string, clock?: Clock): Promise<number> {
  const now = (await clock?.now(database)) ?? null;
  const claimed = await claim(database, lane, now);
  await Promise.all(claimed.map((delivery) => deliver(database, delivery, now ?? new Date(), clock)));
  return claimed.length;
}

async function claim(database: Database, lane: string, now: Date | null): Promise<Delivery[]> {
  return database.query<Delivery & Record<string, unknown>>(
    `update deliveries d set state = 'leased', attempt = attempt + 1,
        lease_until = coalesce($1::timestamptz, clock_timestamp()) + make_interval(secs => $3::float8 / 1000)
      from (select account_id, idempotency_key from deliveries
        where kind = $2 and ((state = 'ready' and next_at <= coalesce($1::timestamptz, clock_timestamp()))
          or (state = 'leased' and lease_until <= coalesce($1::timestamptz, clock_timestamp())))
        order by next_at limit ${LIMIT} for update skip locked) due
      where d.account_id = due.account_id and d.idempotency_key = due.idempotency_key
      returning d.account_id as "accountId", d.idempotency_key as key, d.kind, d.firing_id as "firingId", d.step,
        d.webhook_id as "webhookId", d.conversation_id as "conversationId", d.payload, d.attempt, d.response`,
    [now, lane, LEASE_MILLISECONDS],
  );
}

async function deliver(database: Database, delivery: Delivery, now: Date, clock: Clock | undefined): Promise<void> {
  const settled = await renewing(database, delivery, () => attempt(database, delivery, now, clock));
  if (delivery.firingId !== null && settled.state !== 'ready') await settleStep(database, delivery, settled, clock);
  else {
    // Told before it is noted: a process killed in between tells it again, under the same key.
    if (delivery.kind === 'mail' && settled.state === 'failed' && settled.error)
      await tellUndelivered(database, delivery, settled.error);
    await closeDelivery(database, delivery, settled);
  }
}

async function attempt(
  database: Database,
  delivery: Delivery,
  now: Date,
  clock: Clock | undefined,
): Promise<Settlement> {
  try {
    const response =
      delivery.kind === 'webhook'
        ? await sendWebhook(database, delivery, now)
        : await sendEffect(database, delivery, now, { clock, tasks });
    return { state: 'done', nextAt: now, response, error: null, attempt: delivery.attempt };
  } catch (error) {
    return failureOf(error, delivery.attempt, now);
  }
}

function failureOf(error: unknown, attempt: number, now: Date): Settlement {
  const code = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
  const { detail, receipt } = error instanceof AttemptFailed ? error.failure : {};
  const failed = { response: receipt ?? null, error: { code, attempt, ...(detail && { detail }) }, attempt };
  if (error instanceof Postponed) return { ...failed, state: 'ready', nextAt: error.at, attempt: attempt - 1 };
  if (error instanceof Permanent || attempt >= ATTEMPTS) return { ...failed, state: 'failed', nextAt: now };
  if (error instanceof RetryAt) return { ...failed, state: 'ready', nextAt: error.at };
  const backOff = FIRST_BACK_OFF_MILLISECONDS * 3 ** (attempt - 1) * (0.8 + Math.random() * 0.4);
  return { ...failed, state: 'ready', nextAt: new Date(now.getTime() + backOff) };
}

/** Keeps the lease while the other side takes its time: nobody else begins as long as this process lives. */
async function renewing<T>(
  database: Database,
  { accountId, key, attempt }: Delivery,
  work: () => Promise<T>,
): Promise<T> {
  const timer = setInterval(() => {
    const renewal = database.query(
      `update deliveries set lease_until = lease_until + make_interval(secs => $4::float8 / 1000)
        where account_id = $1 and idempotency_key = $2 and attempt = $3 and state = 'leased'`,
      [accountId, key, attempt, RENEWAL_MILLISECONDS],
    );
    // Without renewal the lease ends, and another attempt is made with the same key.
    renewal.catch(() => undefined);
  }, RENEWAL_MILLISECONDS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
