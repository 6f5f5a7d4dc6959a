import type { Broken } from '@/lib/contracts/trigger';
import type { Context } from '../context';
import { permit } from '../permit';

export type BrokenRule = { id: string; name: string; broken: Broken };

/** Triggers that cannot run, by name. */
export async function brokenRules({ db, actor }: Context, limit = 5): Promise<BrokenRule[]> {
  permit(actor, 'rules.read');
  return db.query<BrokenRule>(
    `select id, name, broken from rules where account_id = $1 and family = 'trigger' and deleted_at is null and broken is not null
      order by lower(name), id limit $2`,
    [actor.accountId, limit],
  );
}
