import { notFound } from '@/lib/contracts/app-error';
import type { RuleVersion } from '@/lib/contracts/trigger';
import type { Context } from '../context';
import { permit } from '../permit';
import { changeRules } from './change-rules';
import { READ, type RuleFamily, WRITE } from './family';
import { readRule } from './rule-row';
import { refuseStale, replaceRule } from './update';

interface VersionRow extends Record<string, unknown> {
  version: number;
  body: Record<string, unknown>;
  author: string | null;
  createdAt: Date;
}

const SELECT = `select version, body, author_name as author, created_at as "createdAt" from rule_versions
  where account_id = $1 and rule_id = $2`;

/** The newest 200 versions, newest first; those of a deleted rule too. @throws AppError `forbidden`, `not_found` */
export async function listVersions(family: RuleFamily, { db, actor }: Context, id: string): Promise<RuleVersion[]> {
  permit(actor, READ);
  await readRule(db, actor.accountId, family.family, id, true);
  const rows = await db.query<VersionRow>(`${SELECT} order by version desc limit 200`, [actor.accountId, id]);
  return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }));
}

/**
 * Writes an old version's content as a new version; whether the rule is active stays as it is.
 * @throws AppError `forbidden`, `not_found`, `stale_version`, `invalid` when it names what no longer exists, `name_taken`
 */
export async function restoreVersion<A extends object>(
  family: RuleFamily<A>,
  context: Context,
  id: string,
  version: number,
  expected?: number,
): Promise<A> {
  permit(context.actor, WRITE);
  return changeRules(context, async (change) => {
    const { tx, accountId } = change;
    const current = await readRule(tx, accountId, family.family, id);
    refuseStale(current, expected);
    const [old] =
      Number.isSafeInteger(version) && version > 0 && version < 2 ** 31
        ? await tx.query<VersionRow>(`${SELECT} and version = $3`, [accountId, id, version])
        : [];
    if (!old) throw notFound('version', String(version));
    const settings = {
      ...family.parse(family.versionToInput?.(old.body) ?? old.body),
      active: current.active,
      draft: current.draft,
    };
    return family.answer(await replaceRule(family, context, change, current, settings, 'restored'));
  });
}
