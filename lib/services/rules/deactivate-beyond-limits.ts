import type { Database } from '@/db/client';
import { systemActor } from '@/lib/auth/actor';
import { issuesOfRule } from '@/lib/engine/bodies';
import { proactive } from '../proactive/family';
import { triggers } from '../triggers/family';
import { workflows } from '../workflows/family';
import { changeRules } from './change-rules';
import type { RuleFamily } from './family';
import { recordRules } from './record-rules';
import { cancelWaiting, type RuleRow, readAllRules, writeRules } from './rule-row';
import { searchText } from './write';

const FAMILIES: readonly RuleFamily[] = [triggers, proactive, workflows];

/**
 * Deactivates the account's active rules that exceed a limit (after an update of the product brought a lower one) or that
 * no longer are rules, and notes why. Run at start. Answers how many.
 */
export async function deactivateBeyondLimits(db: Database, accountId: string): Promise<number> {
  let count = 0;
  for (const family of FAMILIES) count += await deactivateOf(family, db, accountId);
  return count;
}

async function deactivateOf(family: RuleFamily, db: Database, accountId: string): Promise<number> {
  const candidates = (await readAllRules(db, accountId, family.family)).filter(exceeds);
  if (candidates.length === 0) return 0;
  const actor = systemActor(accountId);
  return changeRules({ db, actor }, async (change) => {
    const rows = (await readAllRules(change.tx, accountId, family.family)).filter(exceeds).map((row) => {
      const [issue] = issuesOfRule(row.family, row.body);
      const broken = { reason: 'limit' as const, gone: [], path: issue?.path ?? '', code: issue?.code ?? 'malformed' };
      return { ...row, active: false, version: row.version + 1, broken, search: searchText(row) };
    });
    await writeRules(change, family.family, rows, actor);
    await family.stored?.(change, rows);
    await cancelWaiting(
      change,
      rows.map(({ id }) => id),
      'rule_deactivated',
      actor.name,
    );
    await recordRules(
      change,
      actor,
      family.kind,
      'deactivated',
      rows.map(({ id, name, broken }) => ({ id, name, after: { active: false, broken } })),
    );
    return rows.length;
  });
}

/** The same for every account, one after the other. Run once a process has started. Answers how many. */
export async function deactivateBeyondLimitsEverywhere(db: Database): Promise<number> {
  const accounts = await db.query<{ id: string }>('select id from accounts order by id');
  let count = 0;
  for (const { id } of accounts) count += await deactivateBeyondLimits(db, id);
  return count;
}

function exceeds({ active, family, body }: RuleRow): boolean {
  return active && issuesOfRule(family, body).length > 0;
}
