import type { Context } from '../context';
import { permit } from '../permit';
import { READ, type RuleFamily } from './family';
import { readRule } from './rule-row';

/** @throws AppError `forbidden`, `not_found` */
export async function getRule<A extends object>(family: RuleFamily<A>, { db, actor }: Context, id: string): Promise<A> {
  permit(actor, READ);
  return family.answer(await readRule(db, actor.accountId, family.family, id));
}
