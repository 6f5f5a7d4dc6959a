import type { Context } from '../context';
import { visibleTo } from '../conversations/find';
import { FIRING_JOINS, VISIBLE_FIRING } from '../firings/filters';
import { permit } from '../permit';

export type WaitingStep = {
  firing: string;
  rule: string;
  customer: string | null;
  /** The action after the wait; null when the wait is the last. */
  next: string | null;
  dueAt: string;
};

/** Waits that end first. */
export async function nextWaits({ db, actor }: Context, limit = 5): Promise<WaitingStep[]> {
  permit(actor, 'log.read');
  const rows = await db.query<Omit<WaitingStep, 'dueAt'> & { dueAt: Date }>(
    `select f.id as firing, f.rule_name as rule, coalesce(u.name, u.ext_id) as customer, s.due_at as "dueAt",
      (select n.action from firing_steps n where n.account_id = s.account_id and n.firing_id = s.firing_id and n.step = s.step + 1) as next
      ${FIRING_JOINS} join firing_steps s on s.account_id = f.account_id and s.firing_id = f.id and s.state = 'waiting'
      where f.account_id = $1 and f.state = 'waiting' and s.due_at is not null and ${VISIBLE_FIRING} order by s.due_at, f.id limit $3`,
    [actor.accountId, visibleTo(actor), limit],
  );
  return rows.map((row) => ({ ...row, dueAt: row.dueAt.toISOString() }));
}
