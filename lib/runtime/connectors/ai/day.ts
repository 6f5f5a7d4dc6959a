import type { Connection } from '../connector';
import { Permanent } from '../outcome';

/** Days are the account's. */
const TODAY = '(select ($2::timestamptz at time zone time_zone)::date from accounts where id = $1)';

/** @throws Permanent `daily_limit` once the tokens of the account's day are used up */
export async function refuseBeyondDay({ database, accountId, settings }: Connection, now: Date): Promise<void> {
  const [used] = await database.query<{ tokens: number }>(
    `select tokens::float8 as tokens from ai_days where account_id = $1 and day = ${TODAY}`,
    [accountId, now],
  );
  if (used && used.tokens >= Number(settings.tokensPerDay)) throw new Permanent('daily_limit');
}

export async function countTokens({ database, accountId }: Connection, tokens: number, now: Date): Promise<void> {
  await database.query(
    `insert into ai_days (account_id, day, calls, tokens) select $1, ${TODAY}, 1, $3::bigint
      on conflict (account_id, day) do update set calls = ai_days.calls + 1, tokens = ai_days.tokens + excluded.tokens`,
    [accountId, now, tokens],
  );
}
