import { fold } from '@/lib/engine/fold';
import type { Context } from '../context';
import type { RuleChange } from './change-rules';
import type { RuleFamily, RuleSettings } from './family';
import { type RuleRow, type RuleToWrite, readRule, writeRules } from './rule-row';

/** What is searched in: name and description without regard to case. */
export function searchText({ name, description }: { name: string; description: string }): string {
  return fold(`${name}\n${description}`);
}

/** Stores one version of one rule and answers it as stored. */
export async function storeRule(
  change: RuleChange,
  { family, stored }: RuleFamily,
  { actor }: Context,
  rule: RuleSettings & Pick<RuleToWrite, 'id' | 'version' | 'position' | 'broken'>,
): Promise<RuleRow> {
  await writeRules(change, family, [{ ...rule, search: searchText(rule) }], actor);
  await stored?.(change, [rule]);
  return readRule(change.tx, change.accountId, family, rule.id);
}

/** The place after the last one. */
export async function nextPosition({ tx, accountId }: RuleChange, family: RuleRow['family']): Promise<number> {
  const [row] = await tx.query<{ position: number }>(
    'select coalesce(max(position), 0) + 1 as position from rules where account_id = $1 and family = $2 and deleted_at is null',
    [accountId, family],
  );
  return row?.position ?? 1;
}
