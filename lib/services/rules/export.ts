import type { Context } from '../context';
import { permit } from '../permit';
import { READ, type RuleFamily } from './family';
import { readAllRules } from './rule-row';

/** Every rule of the family as import takes it, in the order of their positions. @throws AppError `forbidden` */
export async function exportRules(family: RuleFamily, { db, actor }: Context): Promise<object[]> {
  permit(actor, READ);
  const rows = await readAllRules(db, actor.accountId, family.family);
  return rows.map((row) => family.portable(row));
}
