import type { RuleFamily } from '@/db/schema';
import type { Broken } from '@/lib/contracts/trigger';
import type { Context } from '../context';
import { permit } from '../permit';

export type BrokenRule = { id: string; name: string; family: RuleFamily; broken: Broken };

/** Rules of all families that cannot run, by name. */
export async function brokenRules({ db, actor }: Context, limit = 5): Promise<BrokenRule[]> {
  permit(actor, 'rules.read');
  return db.query<BrokenRule>(
    `select id, name, family, broken from rules where account_id = $1 and deleted_at is null and broken is not null
      order by lower(name), id limit $2`,
    [actor.accountId, limit],
  );
}
