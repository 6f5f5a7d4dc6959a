import { createHash } from 'node:crypto';
import type { Database } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import { verifyPassword } from './password';
import type { SessionToken } from './session-token';

/** Free tries, then a pause that doubles from 30 s up to 15 minutes; forgotten after a quiet hour. */
const freeTries = { email: 5, address: 30 };
const firstPause = 30;
const longestPause = 900;

type Person = { accountId: string; id: string; passwordHash: string | null; sessionVersion: number };

/**
 * The session of whoever has this e-mail address and password.
 * @throws AppError `rate_limited` (with seconds) before anything is compared, `wrong_credentials`
 */
export async function signIn(
  db: Database,
  { email, password }: { email: string; password: string },
  address: string,
): Promise<SessionToken> {
  const keys = throttleKeys(email, address);
  await requireNotThrottled(
    db,
    keys.map(({ key }) => key),
  );
  const people = await db.query<Person>(
    `select account_id as "accountId", id, password_hash as "passwordHash", session_version as "sessionVersion"
       from users where lower(email) = lower($1) and active order by created_at limit 5`,
    [email.trim()],
  );
  // Nobody is compared with too, so that an unknown address takes as long.
  for (const person of people.length > 0 ? people : [undefined]) {
    const matches = await verifyPassword(password, person?.passwordHash ?? null);
    if (matches && person)
      return finish(
        db,
        person,
        keys.map(({ key }) => key),
      );
  }
  for (const { key, free } of keys) await noteFailure(db, key, free);
  throw new AppError('wrong_credentials');
}

async function finish(db: Database, person: Person, keys: readonly string[]): Promise<SessionToken> {
  const [byEmail] = keys;
  await db.query('delete from sign_in_attempts where key = $1', [byEmail]);
  await noteSignIn(db, person.accountId, person.id);
  return { accountId: person.accountId, userId: person.id, sessionVersion: person.sessionVersion };
}

export async function noteSignIn(db: Database, accountId: string, userId: string): Promise<void> {
  await db.query('update users set last_signed_in_at = now() where account_id = $1 and id = $2', [accountId, userId]);
}

function throttleKeys(email: string, address: string): { key: string; free: number }[] {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const keys = [{ key: hash(`email ${email.trim().toLowerCase()}`), free: freeTries.email }];
  // Unmarked requests would share one address, and one stranger could lock everybody out.
  return address === 'unknown' ? keys : [...keys, { key: hash(`address ${address}`), free: freeTries.address }];
}

async function requireNotThrottled(db: Database, keys: readonly string[]): Promise<void> {
  const [row] = await db.query<{ seconds: number | null }>(
    `select ceil(extract(epoch from max(locked_until) - now()))::int as seconds from sign_in_attempts
      where key in (select jsonb_array_elements_text($1::text::jsonb)) and locked_until > now()`,
    [JSON.stringify(keys)],
  );
  const seconds = row?.seconds ?? 0;
  if (seconds > 0) throw new AppError('rate_limited', { seconds }, { retryAfter: seconds });
}

async function noteFailure(db: Database, key: string, free: number): Promise<void> {
  await db.query(
    `insert into sign_in_attempts as s (key, failures, first_at) values ($1, 1, now())
      on conflict (key) do update set
        failures = case when s.first_at < now() - interval '1 hour' and coalesce(s.locked_until, s.first_at) < now() - interval '1 hour'
          then 1 else s.failures + 1 end,
        first_at = case when s.first_at < now() - interval '1 hour' then now() else s.first_at end,
        locked_until = case when s.failures + 1 >= $2
          then now() + make_interval(secs => least($4::float8, $3::float8 * power(2, least(s.failures + 1 - $2, 10)))) end`,
    [key, free, firstPause, longestPause],
  );
}
