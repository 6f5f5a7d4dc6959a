import type { Database, Queries } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import type { WidgetChannel } from './find-channel';
import { findSession, makeSessionToken, SESSION_DAYS, type WidgetSession } from './find-session';
import { reportedLanguage } from './language';

export interface Visit {
  /** An earlier session's token. */
  readonly token?: string;
  /** `lang` of the page, and the browser's first language. */
  readonly language?: string;
  readonly browserLanguage?: string;
  readonly page: { readonly url: string; readonly title?: string; readonly referrer?: string };
}

/**
 * Resumes the session of the visit's token, or begins one for a customer whom nobody knows yet. A token that a
 * suspension has ended leads to a new session of the same customer: being suspended is not told, and does not go away.
 * @param now of tests; else the database's
 */
export async function beginSession(
  db: Database,
  channel: WidgetChannel,
  visit: Visit,
  { now = null, onNewCustomer = () => {} }: { now?: Date | null; onNewCustomer?: () => void } = {},
): Promise<{ session: WidgetSession; token: string }> {
  const { token } = visit;
  const known = token === undefined ? undefined : await findSession(db, token, now);
  const usable = known && known.channel.id === channel.id && known.expiresAt > known.now;
  const language = reportedLanguage({ known: null, page: visit.language, browser: visit.browserLanguage });
  if (usable && token !== undefined && !known.ended) {
    await noteVisit(db, known, { language, page: visit.page });
    return { session: await again(db, token, now), token };
  }
  if (!usable) onNewCustomer();
  const made = makeSessionToken();
  await db.transaction(async (tx) => {
    const moment = now ?? (await databaseNow(tx));
    const customerId = usable ? known.customer.id : await insertCustomer(tx, channel.accountId, language, moment);
    await insertSession(tx, channel, { hash: made.hash, customerId, language, page: visit.page, now: moment });
  });
  return { session: await again(db, made.token, now), token: made.token };
}

/** Where the customer is now; the session lives on from here. Written at most once a minute when nothing else changed. */
export async function noteVisit(
  db: Queries,
  { id, accountId, now, customer }: WidgetSession,
  { language, page }: { language: string | null; page: object },
): Promise<void> {
  await db.pipeline([
    {
      // What the page said about itself holds until the address changes.
      sql: `update widget_sessions set language = coalesce($3::text, language), seen_at = $5::timestamptz,
          page = case when page ->> 'url' = $4::text::jsonb ->> 'url' then page || $4::text::jsonb else $4::text::jsonb end,
          expires_at = $5::timestamptz + interval '${SESSION_DAYS} days'
        where account_id = $1 and id = $2 and (seen_at < $5::timestamptz - interval '1 minute'
          or page is null or not page @> $4::text::jsonb or ($3::text is not null and language is distinct from $3))`,
      params: [accountId, id, language, JSON.stringify(page), now],
    },
    {
      // An anonymous customer's language is what the browser says; what JWT or API said of others stays.
      sql: `update customers set last_seen_at = greatest(last_seen_at, $3::timestamptz),
          language = case when anonymous then coalesce($4::text, language) else language end
        where account_id = $1 and id = $2 and (last_seen_at < $3::timestamptz - interval '1 minute'
          or (anonymous and $4::text is not null and language is distinct from $4))`,
      params: [accountId, customer.id, now, language],
    },
  ]);
}

async function again(db: Database, token: string, now: Date | null): Promise<WidgetSession> {
  const session = await findSession(db, token, now);
  if (!session) throw new Error('The session vanished between two statements');
  return session;
}

async function databaseNow(tx: Queries): Promise<Date> {
  const [row] = await tx.query<{ now: Date }>('select clock_timestamp() as now');
  return row?.now ?? new Date();
}

async function insertCustomer(tx: Queries, accountId: string, language: string | null, now: Date): Promise<string> {
  const id = uuidV7();
  await tx.query(
    `insert into customers (account_id, id, ext_id, anonymous, language, first_seen_at, last_seen_at)
      values ($1, $2, $3, true, $4, $5, $5)`,
    [accountId, id, `visitor:${id}`, language, now],
  );
  return id;
}

async function insertSession(
  tx: Queries,
  { accountId, key }: WidgetChannel,
  session: { hash: string; customerId: string; language: string | null; page: object; now: Date },
): Promise<void> {
  const id = uuidV7();
  await tx.query(
    `insert into widget_sessions (account_id, id, token_hash, channel_key, customer_id, language, page, seen_at, expires_at, created_at)
      values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, $8::timestamptz + interval '${SESSION_DAYS} days', $8)`,
    [
      ...[accountId, id, session.hash, key, session.customerId, session.language],
      ...[JSON.stringify(session.page), session.now],
    ],
  );
  await tx.query(
    `insert into customer_identities (account_id, kind, value, customer_id, created_at) values ($1, 'session', $2, $3, $4)`,
    [accountId, id, session.customerId, session.now],
  );
}
