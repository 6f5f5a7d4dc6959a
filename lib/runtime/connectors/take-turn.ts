import type { Connection } from './connector';
import { Postponed } from './outcome';

const MINUTE = 60_000;

/**
 * Counts a request against an integration's allowance, which all processes share. A connection that is not stored yet
 * has no count. @throws Postponed until the minute is over
 */
export async function takeTurn(
  { database, accountId, integrationId }: Connection,
  { perMinute, now }: { perMinute: number; now: Date },
): Promise<void> {
  if (integrationId === '') return;
  const minute = Math.floor(now.getTime() / MINUTE);
  const taken = await database.query(
    `update integrations set state = state || jsonb_build_object('minute', $3::int, 'requests',
        case when (state ->> 'minute')::int = $3 then coalesce((state ->> 'requests')::int, 0) + 1 else 1 end)
      where account_id = $1 and id = $2 and ((state ->> 'minute')::int is distinct from $3 or (state ->> 'requests')::int < $4)
      returning 1 as one`,
    [accountId, integrationId, minute, perMinute],
  );
  if (taken.length === 0) throw new Postponed(new Date((minute + 1) * MINUTE), 'requests_used_up');
}
