import { createHash, randomBytes } from 'node:crypto';
import type { Queries } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import {
  CHANNEL_COLUMNS,
  CHANNEL_TABLES,
  type ChannelRow,
  presentChannel,
  SHOWS_WIDGET,
  type WidgetChannel,
} from './find-channel';
import { reportedLanguage } from './language';

/** A session ends when its browser has not been here for so long. */
export const SESSION_DAYS = 30;

export interface SessionCustomer {
  readonly id: string;
  readonly extId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly language: string | null;
  readonly anonymous: boolean;
  readonly suspended: boolean;
}

/** Who calls: one customer in one browser, on one channel. All that a call may reach follows from it. */
export interface WidgetSession {
  readonly id: string;
  readonly accountId: string;
  readonly channel: WidgetChannel;
  readonly customer: SessionCustomer;
  /** What the customer reads; null: unknown. */
  readonly language: string | null;
  readonly page: Readonly<Record<string, unknown>>;
  readonly expiresAt: Date;
  /** Ended by a suspension: the token only leads to a new session. */
  readonly ended: boolean;
  /** The database's clock. */
  readonly now: Date;
}

interface SessionRow extends ChannelRow {
  id: string;
  sessionLanguage: string | null;
  page: Record<string, unknown> | null;
  expiresAt: Date;
  endedAt: Date | null;
  now: Date;
  customer: SessionCustomer;
}

/** A new token: given once to the browser, stored as its hash. It is random and long, so it needs no signature. */
export function makeSessionToken(): { token: string; hash: string } {
  const token = `sbw_${randomBytes(32).toString('base64url')}`;
  return { token, hash: hashSessionToken(token) };
}

export function hashSessionToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * The session of a token, also one that has ended or expired; undefined when there is none, or its channel is gone.
 * @param now of tests; else the database's
 */
export async function findSession(
  db: Queries,
  token: string,
  now: Date | null = null,
): Promise<WidgetSession | undefined> {
  if (!/^sbw_[\w-]{43}$/.test(token)) return undefined;
  const [row] = await db.query<SessionRow>(
    `select ${CHANNEL_COLUMNS}, s.id, s.language as "sessionLanguage", s.page, s.expires_at as "expiresAt",
        s.ended_at as "endedAt", coalesce($2::timestamptz, clock_timestamp()) as now,
        jsonb_build_object('id', u.id, 'extId', u.ext_id, 'name', u.name, 'email', u.email, 'language', u.language,
          'anonymous', u.anonymous, 'suspended', u.suspended is not null) as customer
      from widget_sessions s join customers u on u.account_id = s.account_id and u.id = s.customer_id
      join ${CHANNEL_TABLES} on c.account_id = s.account_id and c.key = s.channel_key and ${SHOWS_WIDGET}
      where s.token_hash = $1`,
    [hashSessionToken(token), now],
  );
  return row && presentSession(row);
}

function presentSession(row: SessionRow): WidgetSession {
  const { id, accountId, customer, page, expiresAt, endedAt, now, sessionLanguage } = row;
  const known = customer.anonymous ? null : customer.language;
  return {
    ...{ id, accountId, customer, expiresAt, now },
    channel: presentChannel(row),
    language: reportedLanguage({ known, page: sessionLanguage }) ?? customer.language,
    page: page ?? {},
    ended: endedAt !== null,
  };
}

/**
 * The session that a call is bound to.
 * @throws AppError `unauthenticated` without a token or with one that nobody has, `session_ended` (then a new session
 * may be begun, with the old token)
 */
export async function requireSession(
  db: Queries,
  token: string | null,
  now: Date | null = null,
): Promise<WidgetSession> {
  const session = token === null ? undefined : await findSession(db, token, now);
  if (!session) throw new AppError('unauthenticated');
  if (session.ended || session.expiresAt <= session.now) throw new AppError('session_ended');
  return session;
}
