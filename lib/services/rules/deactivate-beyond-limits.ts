import type { Database } from '@/db/client';
import { systemActor } from '@/lib/auth/actor';
import { issuesOfBody } from '@/lib/engine/validation/rule-body';
import { changeRules } from './change-rules';
import { recordRules } from './record-rules';
import { cancelWaiting, readAllRules, writeRules } from './rule-row';
import { searchText } from './write';

/**
 * Deactivates the account's active triggers that exceed a limit (after an update of the product brought a lower one) or
 * that no longer are rules, and notes why. Run at start. Answers how many.
 */
export async function deactivateBeyondLimits(db: Database, accountId: string): Promise<number> {
  const candidates = (await readAllRules(db, accountId, 'trigger')).filter(exceeds);
  if (candidates.length === 0) return 0;
  const actor = systemActor(accountId);
  return changeRules({ db, actor }, async (change) => {
    const rows = (await readAllRules(change.tx, accountId, 'trigger')).filter(exceeds).map((row) => {
      const [issue] = issuesOfBody(row.family, row.body);
      const broken = { reason: 'limit' as const, gone: [], path: issue?.path ?? '', code: issue?.code ?? 'malformed' };
      return { ...row, active: false, version: row.version + 1, broken, search: searchText(row) };
    });
    await writeRules(change, 'trigger', rows, actor);
    await cancelWaiting(
      change,
      rows.map(({ id }) => id),
      'rule_deactivated',
      actor.name,
    );
    await recordRules(
      change,
      actor,
      'trigger',
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

function exceeds(
  row: Parameters<typeof searchText>[0] & {
    active: boolean;
    family: 'trigger' | 'response' | 'proactive' | 'workflow';
    body: object;
  },
): boolean {
  return row.active && issuesOfBody(row.family, row.body).length > 0;
}
