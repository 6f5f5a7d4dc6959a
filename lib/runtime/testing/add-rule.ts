import { lockAccount } from '@/db/account-lock';
import type { Database } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import type { Action, Group } from '@/lib/engine/rule';
import { eventOfStart, startOf } from '@/lib/engine/start';
import type { Family } from '@/lib/engine/value';
import { cancelReadyOfRules } from '@/lib/services/connectors/cancel-sending';
import { watchTime } from '@/lib/services/workflows/watch-time';

export interface TestRule {
  /** Triggers unless said; `on` of workflows follows from their conditions. */
  readonly family?: Family;
  readonly on?: string;
  readonly when: Group;
  readonly do: readonly Action[];
  readonly name?: string;
  readonly once?: boolean;
  readonly channels?: readonly string[];
  readonly position?: number;
  readonly broken?: readonly string[];
}

let count = 0;

/** Stores active rules as the services do: under the account's lock, with a new version of the rule set. */
export async function addRules(
  database: Database,
  accountId: string,
  rules: readonly TestRule[],
  now: Date | null = null,
): Promise<string[]> {
  const rows = rules.map(
    ({ name, family = 'trigger', once = false, channels = [], position = 0, broken = null, ...body }) => ({
      id: uuidV7(),
      family,
      name: name ?? `Rule ${++count}`,
      once,
      channels,
      position,
      broken,
      body: { ...body, on: body.on ?? eventOfStart(startOf(body.when)) },
    }),
  );
  await database.transaction(async (tx) => {
    await lockAccount(tx, accountId);
    await tx.query('update rule_sets set version = version + 1 where account_id = $1', [accountId]);
    await tx.query(
      `insert into rules (account_id, id, family, name, active, once, channels, position, broken, body, changed_in)
        select $1, r.id, r.family, r.name, true, r.once, r.channels, r.position, r.broken, r.body, s.version
        from rule_sets s cross join jsonb_to_recordset($2::text::jsonb)
          as r(id uuid, family text, name text, once boolean, channels text[], position integer, broken jsonb, body jsonb)
        where s.account_id = $1`,
      [accountId, JSON.stringify(rows)],
    );
    await tx.query(
      `insert into rule_versions (account_id, rule_id, version, body)
        select account_id, id, version, body from rules where account_id = $1 on conflict do nothing`,
      [accountId],
    );
    const workflows = rows
      .filter(({ family }) => family === 'workflow')
      .map(({ id, body }) => ({ id, body, active: true }));
    await watchTime({ tx, accountId }, workflows, now);
  });
  return rows.map(({ id }) => id);
}

export async function addRule(database: Database, accountId: string, rule: TestRule): Promise<string> {
  const [id] = await addRules(database, accountId, [rule]);
  return id ?? '';
}

/** Switches a rule off as the services do: its waits are cancelled under the exclusive lock. */
export async function setActive(database: Database, accountId: string, rule: string, active: boolean): Promise<void> {
  await database.transaction(async (tx) => {
    await lockAccount(tx, accountId);
    await tx.query('update rule_sets set version = version + 1 where account_id = $1', [accountId]);
    await tx.query(
      `update rules r set active = $3, changed_in = s.version from rule_sets s
        where s.account_id = r.account_id and r.account_id = $1 and r.id = $2`,
      [accountId, rule, active],
    );
    if (active) return;
    await cancelReadyOfRules(tx, accountId, [rule], { reason: 'rule_deactivated' });
    await tx.query(
      `update firings f set state = 'cancelled', reason = 'rule_deactivated', finished_at = clock_timestamp()
        where account_id = $1 and rule_id = $2 and state = 'waiting'`,
      [accountId, rule],
    );
    await tx.query(
      `update firing_steps set state = 'cancelled' where account_id = $1 and rule_id = $2 and state in ('waiting', 'pending')`,
      [accountId, rule],
    );
  });
}
