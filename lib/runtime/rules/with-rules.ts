import type { Row } from '@/db/client';
import type { Directory } from '../ingest/directory';
import type { AccountRules } from './account-rules';
import { applyDelta, type RuleCache, RulesMoved } from './rule-cache';

/** The account's configuration is another one by now: read it, begin again. */
export class ConfigurationMoved extends Error {
  override readonly name = 'ConfigurationMoved';
}

const RESTARTS = 10;

/**
 * Runs a transaction with the account's rules and configuration, again with fresh ones when they moved meanwhile.
 * @param run calls `refuseMoved` once it holds the account's lock
 */
export async function withRules<T>(
  cache: RuleCache,
  accountId: string,
  run: (known: { rules: AccountRules; directory: Directory }) => Promise<T>,
): Promise<T> {
  for (let restarts = 0; ; restarts++) {
    try {
      return await run({ rules: await cache.get(accountId), directory: await cache.directory(accountId) });
    } catch (error) {
      if (restarts >= RESTARTS) throw error;
      if (error instanceof RulesMoved) await cache.reload(accountId);
      else if (error instanceof ConfigurationMoved) await cache.reloadDirectory(accountId);
      else throw error;
    }
  }
}

/** Brings the rules up to date by the answer of `deltaStatement`. @throws RulesMoved, ConfigurationMoved */
export function refuseMoved(rules: AccountRules, directory: Directory, answer: readonly Row[]): void {
  applyDelta(rules, answer);
  if (rules.version !== directory.version) throw new ConfigurationMoved();
}
