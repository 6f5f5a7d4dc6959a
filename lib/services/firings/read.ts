import { notFound } from '@/lib/contracts/app-error';
import type { Firing, FiringQuery, FiringStep } from '@/lib/contracts/firing';
import type { Slice } from '@/lib/contracts/list';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { visibleTo } from '../conversations/find';
import { permit } from '../permit';
import { FIRING_JOINS, firingFilters, VISIBLE_FIRING } from './filters';

type Row = {
  id: string;
  ruleId: string;
  ruleName: string;
  ruleVersion: number;
  family: string;
  eventId: string;
  eventType: string | null;
  occurredAt: Date | null;
  conversation: string | null;
  customer: string | null;
  customerName: string | null;
  state: Firing['outcome'];
  reason: string | null;
  trace: Record<string, unknown> | null;
  depth: number;
  createdAt: Date;
  finishedAt: Date | null;
};

const SELECT = `select f.id, f.rule_id as "ruleId", f.rule_name as "ruleName", f.rule_version as "ruleVersion", f.family, f.event_id as "eventId", e.type as "eventType",
  e.occurred_at as "occurredAt", c.ext_id as conversation, u.ext_id as customer, u.name as "customerName", f.state, f.reason, f.trace, f.depth,
  f.created_at as "createdAt", f.finished_at as "finishedAt"
  ${FIRING_JOINS}`;

/** The log, newest first, each firing with its trace and steps. */
export async function listFirings({ db, actor }: Context, query: FiringQuery): Promise<Slice<Firing>> {
  permit(actor, 'log.read');
  const { where, values } = await firingFilters({ db, actor }, query, 4);
  const rows = await db.query<Row>(
    `${SELECT} where f.account_id = $1 and ${VISIBLE_FIRING}${where} order by f.id desc limit $3`,
    [actor.accountId, visibleTo(actor), query.limit + 1, ...values],
  );
  const page = rows.slice(0, query.limit);
  const steps = await readSteps(
    db,
    actor.accountId,
    page.map(({ id }) => id),
  );
  return {
    items: page.map((row) => present(row, steps.get(row.id) ?? [])),
    next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/** @throws AppError `not_found` */
export async function getFiring({ db, actor }: Context, id: string): Promise<Firing> {
  permit(actor, 'log.read');
  const [row] = isUuid(id)
    ? await db.query<Row>(`${SELECT} where f.account_id = $1 and ${VISIBLE_FIRING} and f.id = $3`, [
        actor.accountId,
        visibleTo(actor),
        id,
      ])
    : [];
  if (!row) throw notFound('firing', id);
  return present(row, (await readSteps(db, actor.accountId, [id])).get(id) ?? []);
}

type StepRow = Omit<FiringStep, 'dueAt' | 'doneAt'> & { firing: string; dueAt: Date | null; doneAt: Date | null };

async function readSteps(
  db: Context['db'],
  accountId: string,
  firings: readonly string[],
): Promise<Map<string, StepRow[]>> {
  if (firings.length === 0) return new Map();
  const rows = await db.query<StepRow>(
    `select s.firing_id as firing, s.step, s.action, s.params, s.state, coalesce(s.due_at, d.next_at) as "dueAt", s.done_at as "doneAt",
      coalesce(d.attempt, s.attempt) as attempt, coalesce(s.error, d.last_error) as error,
      case when m.seq is null then s.result else coalesce(s.result, '{}') || jsonb_build_object('text', m.body) end as result
      from firing_steps s left join messages m on m.account_id = s.account_id and m.origin_firing = s.firing_id and m.origin_step = s.step
      left join deliveries d on d.account_id = s.account_id and d.firing_id = s.firing_id and d.step = s.step and s.state = 'sending'
      where s.account_id = $1 and s.firing_id in (select value::uuid from jsonb_array_elements_text($2::text::jsonb)) order by s.firing_id, s.step`,
    [accountId, JSON.stringify(firings)],
  );
  return Map.groupBy(rows, ({ firing }) => firing);
}

function present(row: Row, steps: readonly StepRow[]): Firing {
  return {
    id: row.id,
    rule: { id: row.ruleId, name: row.ruleName, version: row.ruleVersion, family: row.family },
    event: { id: row.eventId, type: row.eventType ?? '', occurredAt: row.occurredAt?.toISOString() ?? null },
    conversation: row.conversation,
    customer: row.customer === null ? null : { id: row.customer, name: row.customerName },
    outcome: row.state,
    reason: row.reason,
    trace: row.trace,
    steps: steps.map(({ firing: _, ...step }) => ({
      ...step,
      dueAt: step.dueAt?.toISOString() ?? null,
      doneAt: step.doneAt?.toISOString() ?? null,
    })),
    depth: row.depth,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
