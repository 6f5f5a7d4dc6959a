import type { Queries } from '@/db/client';
import { estimateWait, type RoutedTicket, type WaitEstimate } from '@/lib/engine/state/wait-estimate';

const MOST_TICKETS = 500;

/**
 * Minutes that a customer at this place of a group's queue will wait for an agent's first reply; null without data.
 * The same that triggers' texts show (`wait_time_min`), here for one group.
 */
export async function readWait(
  db: Queries,
  accountId: string,
  { group, place }: { group: string | null; place: number },
): Promise<WaitEstimate | null> {
  if (group === null) return null;
  const rows = await db.query<RoutedTicket & { now: Date } & Record<string, unknown>>(
    `select c.routed_at as "routedAt", coalesce(c.queue_entry_position, 1) as position,
        extract(epoch from c.first_agent_reply_at - c.queued_at)::float8 / 60 as minutes, clock_timestamp() as now
      from conversations c where c.account_id = $1 and c.group_key = $2 and c.first_agent_reply_at >= c.queued_at
        and c.routed_at > clock_timestamp() - interval '21 days' order by c.routed_at desc limit ${MOST_TICKETS}`,
    [accountId, group],
  );
  const [first] = rows;
  return first ? estimateWait(rows, Math.max(1, place), first.now) : null;
}
