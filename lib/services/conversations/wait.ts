import type { Queries } from '@/db/client';
import { estimateWait, type RoutedTicket, type WaitEstimate } from '@/lib/engine/state/wait-estimate';

const TICKETS = 500;
/** Many customers of a group look at once; what others waited changes slowly. */
const KEPT_MILLISECONDS = 10_000;
const MOST_KEPT = 1_000;

interface Routed {
  /** The database's clock at that moment. */
  readonly now: Date;
  readonly tickets: readonly RoutedTicket[];
}

interface Kept {
  readonly until: number;
  readonly routed: Promise<Routed>;
}

const kept = new WeakMap<Queries, Map<string, Kept>>();

/**
 * Minutes until an agent's first reply at this place of a group's queue, by how long others of the group waited; null
 * without anything to go by. The same that triggers' texts show, here for one group.
 */
export async function readWait(
  db: Queries,
  accountId: string,
  { group, place }: { group: string | null; place: number },
): Promise<WaitEstimate | null> {
  if (group === null) return null;
  const { tickets, now } = await routedOf(db, accountId, group);
  return estimateWait(tickets, Math.max(1, place), now);
}

function routedOf(db: Queries, accountId: string, group: string): Promise<Routed> {
  const groups = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, groups);
  const key = `${accountId} ${group}`;
  const known = groups.get(key);
  if (known && known.until > Date.now()) return known.routed;
  const routed = readRouted(db, accountId, group);
  routed.catch(() => groups.delete(key));
  groups.delete(key);
  groups.set(key, { until: Date.now() + KEPT_MILLISECONDS, routed });
  const [oldest] = groups.keys();
  if (groups.size > MOST_KEPT && oldest !== undefined) groups.delete(oldest);
  return routed;
}

async function readRouted(db: Queries, accountId: string, group: string): Promise<Routed> {
  const rows = await db.query<{ now: Date } & { [Name in keyof RoutedTicket]: RoutedTicket[Name] | null }>(
    `select clock.now, r.* from (select clock_timestamp() as now) clock left join lateral (
        select routed_at as "routedAt", coalesce(queue_entry_position, 1) as position,
          extract(epoch from first_agent_reply_at - queued_at)::float8 / 60 as minutes
        from conversations where account_id = $1 and group_key = $2 and first_agent_reply_at >= queued_at
          and routed_at > clock.now - interval '21 days' order by routed_at desc limit ${TICKETS}) r on true`,
    [accountId, group],
  );
  const tickets = rows.flatMap(({ routedAt, position, minutes }) =>
    routedAt && position !== null && minutes !== null ? [{ routedAt, position, minutes }] : [],
  );
  return { now: rows[0]?.now ?? new Date(), tickets };
}
