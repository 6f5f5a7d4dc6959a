import type { Database } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import type { Command } from '@/lib/engine/state/derive';
import type { WidgetSession } from '@/lib/services/widget/find-session';
import { submitOne } from '../conversations/command';
import type { IngestOptions } from '../ingest/ingest';

export interface Sending {
  /** The widget's own id of the request. */
  readonly id: string;
  /** What makes the request the same when it comes again; all else may have changed meanwhile. */
  readonly same: object;
  /** The caller's id of the conversation. */
  readonly conversation: string;
  readonly command: Command;
}

/**
 * Does what a widget asks for, once for each id of its session, however often it is sent.
 * @throws AppError `conflict` with the reason, `invalid` (`id_reused`)
 */
export async function submitFromWidget(
  database: Database,
  session: WidgetSession,
  { id, same, conversation, command }: Sending,
  options: IngestOptions,
): Promise<void> {
  const { accountId, channel, customer } = session;
  const about = { channel: channel.key, conversation: { id: conversation }, customer: { id: customer.extId } };
  const entry = { ...nothing, ...about, key: keyOf(session, id), same, what: { kind: 'command', command } } as const;
  try {
    await submitOne(database, accountId, entry, options);
  } catch (error) {
    // Another tab has said who the visitor is since the session was read: sent again, it finds the right one.
    if (isOtherCustomer(error)) throw new AppError('too_busy', {}, { retryAfter: 1 });
    throw error;
  }
}

/** Asks whether what was done under this id is the same. @throws AppError `invalid` (`id_reused`) */
export async function requireSame(
  database: Database,
  session: WidgetSession,
  { id, same }: Pick<Sending, 'id' | 'same'>,
  options: IngestOptions,
): Promise<void> {
  const what = { kind: 'command', command: { verb: 'inactivity' } } as const;
  await submitOne(database, session.accountId, { ...nothing, key: keyOf(session, id), same, what }, options);
}

export interface Done {
  /** By this session: all that was said can be compared. */
  readonly here: boolean;
  /** The text of the customer's message of this id, whichever session sent it. */
  readonly text: string | null;
}

/** Whether the request was done before: by this session, or, as a message, by another one of the same customer. */
export async function findDone(database: Database, session: WidgetSession, id: string): Promise<Done | undefined> {
  const [row] = await database.query<{ here: boolean; text: string | null }>(
    `select exists (select from event_keys where account_id = $1 and ext_id = $2) as here,
      (select m.body from conversations c join messages m on m.account_id = c.account_id and m.conversation_id = c.id
        and m.client_id = $3 and m.author_kind = 'customer' where c.account_id = $1 and c.customer_id = $4 limit 1) as text`,
    [session.accountId, keyOf(session, id), id, session.customer.id],
  );
  return row && (row.here || row.text !== null) ? row : undefined;
}

export function isConflict(error: unknown, reason: string): boolean {
  return error instanceof AppError && error.code === 'conflict' && error.params.reason === reason;
}

const nothing = { occurredAt: null, channel: undefined, conversation: null, customer: null, payload: {} };

function isOtherCustomer(error: unknown): boolean {
  return error instanceof AppError && error.issues.some(({ code }) => code === 'conversation_customer_mismatch');
}

/** A session outlives that its visitor is identified, so what is sent again is recognised. */
function keyOf({ id: session }: WidgetSession, id: string): string {
  return `widget:${session}:${id}`;
}
