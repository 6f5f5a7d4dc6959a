import { uuidV7At } from '@/db/uuid-v7';
import type { Context } from '../context';
import { visibleTo } from '../conversations/find';
import { FIRING_JOINS, VISIBLE_FIRING } from '../firings/filters';
import { permit } from '../permit';

export type FiredOften = { id: string; name: string; family: string; fired: number; failed: number };

/** Rules by their firings since a moment (ISO 8601), without those held back, most first, under their latest names. */
export async function mostFired({ db, actor }: Context, since: string, limit = 5): Promise<FiredOften[]> {
  permit(actor, 'log.read');
  return db.query<FiredOften>(
    `select f.rule_id as id, (array_agg(f.rule_name order by f.id desc))[1] as name, min(f.family) as family, count(*)::int as fired,
      (count(*) filter (where f.state = 'failed'))::int as failed
      ${FIRING_JOINS} where f.account_id = $1 and ${VISIBLE_FIRING} and f.id >= $3 and f.state <> 'skipped' group by f.rule_id order by 4 desc, 2 limit $4`,
    [actor.accountId, visibleTo(actor), uuidV7At(new Date(since)), limit],
  );
}
