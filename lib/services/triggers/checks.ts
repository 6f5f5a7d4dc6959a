import type { Queries } from '@/db/client';
import { DatabaseError } from '@/db/database-error';
import { AppError } from '@/lib/contracts/app-error';
import type { RuleWarning } from '@/lib/contracts/trigger';
import { LIMITS } from '@/lib/engine/limits';
import { requiredPlaceholdersIn, unknownPlaceholdersIn } from '@/lib/engine/placeholder-text';
import { compile } from '@/lib/engine/regex';
import { actionOf, operatorOf } from '@/lib/engine/registry';
import { conditionsOf } from '@/lib/engine/rule';
import { issuesOfBody } from '@/lib/engine/validation/rule-body';
import type { RuleRow, StoredBody } from '../rules/rule-row';

/** @throws AppError `stale_version` when somebody saved meanwhile */
export function checkVersion(row: { version: number }, expected: number | undefined): void {
  if (expected !== undefined && expected !== row.version) {
    throw new AppError('stale_version', { expected, current: row.version }, { currentVersion: row.version });
  }
}

/** @throws AppError `limit_exceeded` naming the condition and the limit, or `broken_reference` naming what is gone */
export function checkActivatable(row: Pick<RuleRow, 'name' | 'body' | 'broken'>): void {
  const [issue] = issuesOfBody('trigger', row.body);
  if (issue) {
    throw new AppError(
      'limit_exceeded',
      { name: row.name, path: issue.path, reason: issue.code, ...issue.params },
      { issues: [issue] },
    );
  }
  const gone = row.broken?.gone ?? [];
  if (gone.length > 0) throw new AppError('broken_reference', { name: row.name, gone: gone.join(', ') });
}

/** @throws AppError `limit_exceeded` when `more` active triggers would be too many */
export async function checkActiveCount(tx: Queries, accountId: string, more: number): Promise<void> {
  if (more <= 0) return;
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from rules where account_id = $1 and family = 'trigger' and active and deleted_at is null`,
    [accountId],
  );
  const maximum = LIMITS.activeTriggersPerAccount;
  if ((row?.count ?? 0) + more > maximum) throw new AppError('limit_exceeded', { limit: 'active_triggers', maximum });
}

/** Runs a write and tells a taken name as such. @throws AppError `name_taken` */
export async function withFreeName<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'rules_name') throw nameTaken(name);
    throw error;
  }
}

export function nameTaken(name: string): AppError {
  return new AppError('name_taken', { name }, { issues: [{ path: 'name', code: 'name_taken' }] });
}

/** What may be meant and may surprise: patterns that can backtrack, placeholders that look misspelt or come out empty. */
export function warningsOf(body: StoredBody): RuleWarning[] {
  const patterns = [...conditionsOf(body.when)].flatMap(({ condition, path }) => {
    const operator = operatorOf(condition.operator);
    if (operator?.operand !== 'pattern') return [];
    const compiled = compile(String(condition.value), { ignoreCase: operator.ignoresCase });
    return compiled.ok
      ? compiled.regex.warnings.map(({ code }) => ({ path: `${path}.value`, code: `pattern_${code}` }))
      : [];
  });
  const texts = body.do.flatMap((action, index) =>
    (actionOf(action.action)?.parameters ?? []).flatMap((parameter) => {
      const text = action[parameter.name];
      if (parameter.kind !== 'text' || !parameter.placeholders || typeof text !== 'string') return [];
      const path = `do[${index}].${parameter.name}`;
      const estimate = requiredPlaceholdersIn([text]).length > 0;
      return [
        ...(unknownPlaceholdersIn(text).length > 0 ? [{ path, code: 'placeholder_misspelt' }] : []),
        ...(estimate ? [{ path, code: 'needs_estimate' }] : []),
      ];
    }),
  );
  return [...patterns, ...texts];
}
