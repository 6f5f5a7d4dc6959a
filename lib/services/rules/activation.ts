import { AppError } from '@/lib/contracts/app-error';
import type { Broken } from '@/lib/contracts/trigger';
import { issuesOfRule, referencesOfRule } from '@/lib/engine/bodies';
import type { RuleChange } from './change-rules';
import type { RuleFamily } from './family';
import type { AccountReferences } from './references';
import type { RuleRow } from './rule-row';

type Stored = Pick<RuleRow, 'family' | 'body' | 'channels'>;

/** Why a stored rule cannot run as written, else null. */
export function brokenOf(rule: Stored, references: AccountReferences): Broken | null {
  const [issue] = issuesOfRule(rule.family, rule.body);
  if (issue) return { reason: 'limit', gone: [], path: issue.path, code: issue.code };
  const named = [
    ...referencesOfRule(rule.family, rule.body).map(({ kind, key }) => ({ kind, key })),
    ...rule.channels.map((key) => ({ kind: 'channel' as const, key })),
  ];
  const gone = named.filter(({ kind, key }) => references.keyOf(kind, key) === undefined);
  if (gone.length === 0) return null;
  return { reason: 'reference_gone', gone: [...new Set(gone.map(({ kind, key }) => `${kind}:${key}`))] };
}

/**
 * @throws AppError `limit_exceeded` naming the condition and the limit, `invalid` for what else is not as it should be, such
 * as an unfinished draft, `broken_reference` naming what is gone
 */
export function refuseBroken(rule: Stored & Pick<RuleRow, 'name'>, broken: Broken | null): void {
  if (broken === null) return;
  const { name } = rule;
  if (broken.reason === 'reference_gone')
    throw new AppError('broken_reference', { name, gone: broken.gone.join(', ') });
  const issues = issuesOfRule(rule.family, rule.body);
  const [first] = issues;
  throw new AppError(
    LIMITS.test(first?.code ?? '') ? 'limit_exceeded' : 'invalid',
    { name, path: first?.path ?? '', limit: first?.code ?? '', ...first?.params },
    { issues },
  );
}

/** Codes of what is too much or too large. */
const LIMITS = /^too_|_too_large$/;

/** @throws AppError `limit_exceeded` when `more` further active rules are more than an account may have */
export async function refuseTooManyActive(
  { tx, accountId }: RuleChange,
  { family, activeLimit }: RuleFamily,
  more: number,
): Promise<void> {
  if (more <= 0) return;
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from rules where account_id = $1 and family = $2 and active and deleted_at is null',
    [accountId, family],
  );
  if ((row?.count ?? 0) + more > activeLimit) {
    throw new AppError('limit_exceeded', { limit: 'active_rules', maximum: activeLimit });
  }
}

/** @throws AppError `limit_exceeded` when `more` further rules are more than an account may have of the family */
export async function refuseTooMany(
  { tx, accountId }: RuleChange,
  { family, totalLimit }: RuleFamily,
  more: number,
): Promise<void> {
  if (totalLimit === undefined || more <= 0) return;
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from rules where account_id = $1 and family = $2 and deleted_at is null',
    [accountId, family],
  );
  if ((row?.count ?? 0) + more > totalLimit)
    throw new AppError('limit_exceeded', { limit: 'rules', maximum: totalLimit });
}
