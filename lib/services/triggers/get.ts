import type { Trigger } from '@/lib/contracts/trigger';
import type { Context } from '../context';
import { permit } from '../permit';
import { readRule } from '../rules/rule-row';
import { withWarnings } from './create';
import { present } from './present';

/** @throws AppError `not_found` */
export async function getTrigger({ db, actor }: Context, id: string): Promise<Trigger> {
  permit(actor, 'rules.read');
  const row = await readRule(db, actor.accountId, 'trigger', id);
  return withWarnings(present(row), row.body);
}
