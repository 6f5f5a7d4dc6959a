import type { RuleFamily } from '@/db/schema';
import type { Context } from '../context';
import { visibleTo } from '../conversations/find';
import { permit } from '../permit';
import { type BucketUnit, bucketStarts } from './bucket-starts';
import { FIRING_JOINS, type FiringFilters, firingFilters, VISIBLE_FIRING } from './filters';

export type ActivityQuery = FiringFilters & {
  /** ISO 8601; the first bucket holds `from`, the last one the moment before `to`. */
  from: string;
  to: string;
  unit: BucketUnit;
  /** IANA name: where hours and days begin. */
  timeZone: string;
};

export type ActivityBucket = { at: string; families: Partial<Record<RuleFamily, number>>; failed: number };

/** Firings per hour or day with the failed among them, oldest first, empty hours and days too. */
export async function readActivity(context: Context, query: ActivityQuery): Promise<ActivityBucket[]> {
  const { db, actor } = context;
  permit(actor, 'log.read');
  const { where, values } = await firingFilters(context, query, 5);
  const rows = await db.query<{ at: Date; family: RuleFamily; count: number; failed: number }>(
    `select date_trunc($3::text, f.created_at, $4::text) as at, f.family, count(*)::int as count,
      (count(*) filter (where f.state = 'failed'))::int as failed
      ${FIRING_JOINS} where f.account_id = $1 and ${VISIBLE_FIRING}${where} group by 1, 2`,
    [actor.accountId, visibleTo(actor), query.unit, query.timeZone, ...values],
  );
  const byStart = Map.groupBy(rows, ({ at }) => at.getTime());
  return bucketStarts(query).map((start) => {
    const found = byStart.get(start) ?? [];
    return {
      at: new Date(start).toISOString(),
      families: Object.fromEntries(found.map(({ family, count }) => [family, count])),
      failed: found.reduce((sum, { failed }) => sum + failed, 0),
    };
  });
}
