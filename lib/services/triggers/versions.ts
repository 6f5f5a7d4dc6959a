import { notFound } from '@/lib/contracts/app-error';
import type { RuleVersion, Trigger } from '@/lib/contracts/trigger';
import type { Context } from '../context';
import { permit } from '../permit';
import { readRule } from '../rules/rule-row';
import { updateTrigger } from './update';

type VersionRow = { version: number; author: string | null; createdAt: Date; body: Record<string, unknown> };

/** Newest first. @throws AppError `not_found` */
export async function listVersions({ db, actor }: Context, id: string): Promise<RuleVersion[]> {
  permit(actor, 'rules.read');
  await readRule(db, actor.accountId, 'trigger', id, true);
  const rows = await db.query<VersionRow>(
    `select version, author_name as author, created_at as "createdAt", body from rule_versions
      where account_id = $1 and rule_id = $2 order by version desc limit 200`,
    [actor.accountId, id],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/**
 * Stores an earlier version again, as a new one; whether the trigger is active stays as it is now.
 * @throws AppError `not_found`, `stale_version`, `invalid` when what it names is gone
 */
export async function restoreVersion(
  context: Context,
  id: string,
  version: number,
  expected?: number,
): Promise<Trigger> {
  permit(context.actor, 'rules.write');
  const current = await readRule(context.db, context.actor.accountId, 'trigger', id);
  const versions = await listVersions(context, id);
  const wanted = versions.find((each) => each.version === version);
  if (!wanted) throw notFound('version', String(version));
  return updateTrigger(context, id, { ...wanted.body, active: current.active }, expected);
}
