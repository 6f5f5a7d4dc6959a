import { AppError } from '@/lib/contracts/app-error';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { refuseTooManyActive } from './activation';
import { changeRules, type RuleChange } from './change-rules';
import { withKeys } from './create';
import { type RuleFamily, type RuleSettings, WRITE } from './family';
import { refuseTakenName } from './names';
import { loadReferences } from './references';
import { cancelWaiting, type RuleRow, readRule } from './rule-row';
import { takePlace } from './take-place';
import { storeRule } from './write';

/**
 * Replaces a rule. `expected` (If-Match) or `version` in the input is the version that was edited.
 * @throws AppError `forbidden`, `invalid`, `not_found`, `stale_version`, `name_taken`, `limit_exceeded`
 */
export async function updateRule<A extends object>(
  family: RuleFamily<A>,
  context: Context,
  id: string,
  input: unknown,
  expected?: number,
): Promise<A> {
  permit(context.actor, WRITE);
  const { version, ...settings } = family.parse(input);
  return changeRules(context, async (change) => {
    const before = await readRule(change.tx, change.accountId, family.family, id);
    refuseStale(before, expected ?? version);
    return family.answer(await replaceRule(family, context, change, before, settings, 'updated'));
  });
}

/** @throws AppError `stale_version` with the version that stands */
export function refuseStale(row: RuleRow, expected: number | undefined): void {
  if (expected === undefined || expected === row.version) return;
  throw new AppError('stale_version', { expected, current: row.version }, { currentVersion: row.version });
}

/** Stores the next version of a rule inside a change, with everything that follows from it. */
export async function replaceRule(
  family: RuleFamily,
  context: Context,
  change: RuleChange,
  before: RuleRow,
  settings: RuleSettings,
  verb: 'updated' | 'restored' | 'imported',
): Promise<RuleRow> {
  const { tx, accountId } = change;
  const rule = withKeys(family, settings, await loadReferences(tx, accountId));
  await family.check?.(tx, accountId, rule);
  await refuseTakenName(tx, accountId, { ...before, name: rule.name });
  await refuseTooManyActive(change, family, rule.active && !before.active ? 1 : 0);
  const { id } = before;
  const wanted = settings.position ?? before.position;
  const position = wanted === before.position ? wanted : await takePlace(change, family.family, id, settings.position);
  const row = await storeRule(change, family, context, {
    ...{ ...rule, id, position, version: before.version + 1, broken: null },
  });
  if (before.active && !row.active) await cancelWaiting(change, [id], 'rule_deactivated', context.actor.name);
  await record(tx, context.actor, {
    ...{ kind: family.kind, id, name: row.name, verb, before: family.answer(before), after: family.answer(row) },
  });
  return row;
}
