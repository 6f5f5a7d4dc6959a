import type { RuleFamily } from '@/db/schema';
import type { Context } from '../context';
import { visibleTo } from '../conversations/find';
import { FIRING_JOINS, VISIBLE_FIRING } from '../firings/filters';
import { permit } from '../permit';

export type Overview = {
  /** Of all families; `active` by family, too. */
  rules: { active: number; broken: number; byFamily: Record<RuleFamily, number> };
  waiting: { count: number; overdue: number; nextDueAt: string | null };
  queue: { count: number; since: string | null };
};

/** Seconds after which a wait that is due counts as overdue: the worker looks far more often. */
export const OVERDUE_SECONDS = 60;

type Row = {
  active: number;
  triggers: number;
  messages: number;
  workflows: number;
  broken: number;
  waiting: number;
  overdue: number;
  nextDueAt: Date | null;
  queued: number;
  queuedSince: Date | null;
};

/** What runs, waits and queues now. Agents count what they may see. */
export async function readOverview({ db, actor }: Context): Promise<Overview> {
  permit(actor, 'log.read');
  const [row] = await db.query<Row>(
    `select r.*, w.*, q.* from
      (select (count(*) filter (where active))::int as active,
        (count(*) filter (where active and family = 'trigger'))::int as triggers,
        (count(*) filter (where active and family = 'proactive'))::int as messages,
        (count(*) filter (where active and family = 'workflow'))::int as workflows,
        (count(*) filter (where broken is not null))::int as broken
        from rules where account_id = $1 and deleted_at is null) r,
      (select count(*)::int as waiting, (count(*) filter (where s.due_at < now() - make_interval(secs => $3::int)))::int as overdue,
        min(s.due_at) as "nextDueAt"
        ${FIRING_JOINS} join firing_steps s on s.account_id = f.account_id and s.firing_id = f.id and s.state = 'waiting'
        where f.account_id = $1 and f.state = 'waiting' and ${VISIBLE_FIRING}) w,
      (select count(*)::int as queued, min(c.queued_at) as "queuedSince" from conversations c
        where c.account_id = $1 and c.queue_state = 'queued' and ${VISIBLE_FIRING}) q`,
    [actor.accountId, visibleTo(actor), OVERDUE_SECONDS],
  );
  if (!row) throw new Error('Counting gave no row');
  return {
    rules: {
      ...{ active: row.active, broken: row.broken },
      byFamily: { trigger: row.triggers, proactive: row.messages, workflow: row.workflows },
    },
    waiting: { count: row.waiting, overdue: row.overdue, nextDueAt: row.nextDueAt?.toISOString() ?? null },
    queue: { count: row.queued, since: row.queuedSince?.toISOString() ?? null },
  };
}
