import type { Row, Statement } from '@/db/client';
import { estimateWait, type RoutedTicket, type WaitEstimate } from '@/lib/engine/state/wait-estimate';

const TICKETS_PER_GROUP = 500;

/** The last routed tickets of every group. Only asked when a rule has a text with an estimate. */
export function estimatesStatement(accountId: string, now: Date | null): Statement {
  const sql = `select g.key as "group", r.* from groups g cross join lateral (
      select c.routed_at as "routedAt", coalesce(c.queue_entry_position, 1) as position,
        extract(epoch from c.first_agent_reply_at - c.queued_at)::float8 / 60 as minutes
      from conversations c where c.account_id = $1 and c.group_key = g.key and c.first_agent_reply_at >= c.queued_at
        and c.routed_at > coalesce($2::timestamptz, clock_timestamp()) - interval '21 days'
      order by c.routed_at desc limit ${TICKETS_PER_GROUP}) r
    where g.account_id = $1`;
  return { sql, params: [accountId, now] };
}

/** Estimates by group and position, each computed once. */
export function estimatesOf(rows: readonly Row[], now: Date) {
  // The rows of our own statement.
  const byGroup = Map.groupBy(rows as unknown as readonly (RoutedTicket & { group: string })[], ({ group }) => group);
  const known = new Map<string, WaitEstimate | null>();
  return (group: string | null, position: number): WaitEstimate | null => {
    const tickets = group === null ? undefined : byGroup.get(group);
    if (!tickets) return null;
    const key = `${group}:${position}`;
    const estimate = known.get(key);
    if (estimate !== undefined) return estimate;
    const made = estimateWait(tickets, position, now);
    known.set(key, made);
    return made;
  };
}
