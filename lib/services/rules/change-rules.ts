import { lockAccount } from '@/db/account-lock';
import type { Queries } from '@/db/client';
import { withRetry } from '@/db/retry';
import type { Context } from '../context';

export interface RuleChange {
  readonly tx: Queries;
  readonly accountId: string;
  /** `rule_sets.version` of this change; every rule touched carries it in `changed_in`. */
  readonly setVersion: number;
}

/**
 * Runs a change of rules: under the account's exclusive lock and with a new version of the rule set, so that every event
 * sees the whole change or none of it. `work` awaits nothing but queries.
 */
export function changeRules<T>({ db, actor }: Context, work: (change: RuleChange) => Promise<T>): Promise<T> {
  return withRetry(() =>
    db.transaction(async (tx) => {
      await lockAccount(tx, actor.accountId);
      return work({ tx, accountId: actor.accountId, setVersion: await bumpRuleSet(tx, actor.accountId) });
    }),
  );
}

/** Moves the version under which processes cache rules. The caller holds the account's exclusive lock. */
export async function bumpRuleSet(tx: Queries, accountId: string): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'update rule_sets set version = version + 1 where account_id = $1 returning version',
    [accountId],
  );
  if (!row) throw new Error('The account has no rule set');
  return row.version;
}
