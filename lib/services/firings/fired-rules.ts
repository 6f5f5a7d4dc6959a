import type { Context } from '../context';
import { permit } from '../permit';

export type FiredRule = { id: string; name: string; family: string; deleted: boolean };

/** Rules that have ever fired, by name, at most 500: what the log can be narrowed to. */
export async function firedRules({ db, actor }: Context): Promise<FiredRule[]> {
  permit(actor, 'log.read');
  return db.query<FiredRule>(
    `select r.id, r.name, r.family, r.deleted_at is not null as deleted from rules r
      where r.account_id = $1 and exists (select 1 from firings f where f.account_id = r.account_id and f.rule_id = r.id)
      order by lower(r.name), r.id limit 500`,
    [actor.accountId],
  );
}
