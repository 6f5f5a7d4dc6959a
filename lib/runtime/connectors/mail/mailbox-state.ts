/**
 * What servers tell each other about a mailbox, in `integrations.state`: who fetches, how far they have come, and when
 * to try again. Only who holds the lease writes.
 */
import type { Database } from '@/db/client';

export const LEASE_MILLISECONDS = 60_000;
const FIRST_PAUSE_MILLISECONDS = 5_000;
const LONGEST_PAUSE_MILLISECONDS = 300_000;
const MOST_PROBLEMS = 10;

export interface MailboxLease {
  readonly accountId: string;
  readonly integrationId: string;
  /** Of this connection alone. */
  readonly holder: string;
}

/** How far a folder was read: the server's numbers mean the same only while `validity` does. */
export interface Position {
  readonly folder: string;
  readonly validity: string;
  readonly uid: number;
}

export interface HeldMailbox {
  readonly key: string;
  readonly settings: Record<string, unknown>;
  readonly secret: string | null;
  readonly version: number;
  readonly position: Position | null;
  readonly channel: string | null;
}

const NOW = 'extract(epoch from clock_timestamp()) * 1000';

/** Undefined while somebody else fetches, or until the pause after a failure is over. */
export async function takeMailbox(database: Database, lease: MailboxLease): Promise<HeldMailbox | undefined> {
  const [row] = await database.query<HeldMailbox & Record<string, unknown>>(
    `update integrations i set state = i.state || jsonb_build_object('holder', $3::text, 'heldUntil', ${NOW} + ${LEASE_MILLISECONDS})
      where i.account_id = $1 and i.id = $2 and i.kind = 'mail' and i.active
        and (i.state ->> 'holder' is null or (i.state ->> 'heldUntil')::float8 < ${NOW})
        and coalesce((i.state ->> 'notBefore')::float8, 0) <= ${NOW}
      returning i.key, i.settings, i.secret_encrypted as secret, i.version, i.state -> 'position' as position,
        (select key from channels c where c.account_id = i.account_id and c.id = i.channel_id) as channel`,
    [lease.accountId, lease.integrationId, lease.holder],
  );
  return row;
}

/** ISO 8601, as the other moments of the state. */
const STAMP = `to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Called whenever the folder has just been opened or read. False when the settings have changed, or somebody else has taken over: this connection is to end. */
export async function holdMailbox(database: Database, lease: MailboxLease, version: number): Promise<boolean> {
  const rows = await database.query(
    `update integrations set state = state || jsonb_build_object('heldUntil', ${NOW} + ${LEASE_MILLISECONDS}, 'lastFetchAt', ${STAMP})
      where account_id = $1 and id = $2 and active and version = $4 and state ->> 'holder' = $3 returning 1 as one`,
    [lease.accountId, lease.integrationId, lease.holder, version],
  );
  return rows.length > 0;
}

/** @param more what else is to be known, replacing what was */
export async function releaseMailbox(database: Database, lease: MailboxLease, more: object = {}): Promise<void> {
  await write(database, lease, `(state - array['holder', 'heldUntil']) || $4::text::jsonb`, more);
}

/** After a failure: the pause grows with each, and ends with the first success. */
export async function pauseMailbox(database: Database, lease: MailboxLease): Promise<void> {
  const failures = `coalesce((state ->> 'failures')::int, 0)`;
  const pause = `least(${LONGEST_PAUSE_MILLISECONDS}, ${FIRST_PAUSE_MILLISECONDS} * power(2, least(${failures}, 10)))`;
  const next = `jsonb_build_object('failures', ${failures} + 1, 'notBefore', ${NOW} + ${pause})`;
  await write(database, lease, `(state - array['holder', 'heldUntil']) || ${next} || $4::text::jsonb`, {});
}

export async function noteWorking(database: Database, lease: MailboxLease): Promise<void> {
  await write(database, lease, `(state - array['failures', 'notBefore']) || $4::text::jsonb`, {});
}

export async function movePosition(database: Database, lease: MailboxLease, position: Position): Promise<void> {
  await write(database, lease, 'state || $4::text::jsonb', { position });
}

/** A mail that was left aside, so that the others could go on; the last ones are kept, without what they say. */
export interface MailProblem {
  readonly uid: number;
  readonly at: Date;
  readonly code: string;
}

export async function noteProblem(database: Database, lease: MailboxLease, problem: MailProblem): Promise<void> {
  const kept = `(select coalesce(jsonb_agg(p), '[]') from (select p from jsonb_array_elements(coalesce(state -> 'problems', '[]'))
    with ordinality as x(p, place) order by place desc limit ${MOST_PROBLEMS - 1}) y)`;
  await write(database, lease, `state || jsonb_build_object('problems', ${kept} || $4::text::jsonb)`, problem);
}

async function write(database: Database, lease: MailboxLease, sql: string, value: object): Promise<void> {
  await database.query(
    `update integrations set state = ${sql} where account_id = $1 and id = $2 and state ->> 'holder' = $3`,
    [lease.accountId, lease.integrationId, lease.holder, JSON.stringify(value)],
  );
}
