import type * as z from 'zod';
import { type Explanation, wouldFireInput, type wouldFireResult } from '@/lib/contracts/firing';
import { parse } from '@/lib/contracts/issues';
import { testInput } from '@/lib/contracts/trigger';
import { compileRule } from '@/lib/engine/evaluate';
import { explain } from '@/lib/engine/explain';
import { LIMITS } from '@/lib/engine/limits';
import { missingRequired } from '@/lib/engine/placeholder-text';
import { actionOf } from '@/lib/engine/registry';
import type { Group } from '@/lib/engine/rule';
import type { Facts } from '@/lib/engine/value';
import type { Context } from '../context';
import { findConversation, visibleGroups } from '../conversations/find';
import { permit } from '../permit';
import { type RuleRow, readRule } from '../rules/rule-row';
import { getEvent } from './read';

/** Why a rule fired or did not fire on an event: judged by the rule as it stands, on the facts stored with the event. */
export async function explainEvent(context: Context, eventId: string, ruleId: string): Promise<Explanation> {
  const { db, actor } = context;
  permit(actor, 'log.read');
  const event = await getEvent(context, eventId);
  const rule = await readRule(db, actor.accountId, 'trigger', ruleId, true);
  const guards = await readGuards(db, actor.accountId, event.id, rule.id);
  const facts = event.facts as Facts | null;
  const trace = facts ? explain({ when: rule.body.when, gone: rule.broken?.gone }, facts) : null;
  const fired = guards.firing !== null && guards.skipped === null;
  // A rule that was met and held back leaves a firing that says so.
  const reason = guards.firing ? guards.skipped : reasonFor(rule, event.type, facts, guards, trace?.verdict);
  return {
    rule: { id: rule.id, name: rule.name, version: rule.version, active: rule.active && rule.deletedAt === null },
    event: { id: event.id, type: event.type, occurredAt: event.occurredAt },
    fired,
    reason,
    firing: guards.firing,
    trace: trace as unknown as Explanation['trace'],
  };
}

/** The same for the events of a conversation that the rule runs on, newest first; with `event` for that one alone. */
export async function explainConversation(
  context: Context,
  idOrKey: string,
  query: { rule: string; event?: string },
): Promise<{ items: Explanation[] }> {
  const { db, actor } = context;
  permit(actor, 'log.read');
  const { id } = await findConversation(db, actor, idOrKey);
  const rule = await readRule(db, actor.accountId, 'trigger', query.rule, true);
  const rows = await db.query<{ id: string }>(
    `select id from events where account_id = $1 and conversation_id = $2 and ($3::uuid is null or id = $3)
      and ($3::uuid is not null or type = $4) order by seq desc limit 20`,
    [actor.accountId, id, query.event ?? null, rule.body.on],
  );
  const items: Explanation[] = [];
  for (const event of rows) items.push(await explainEvent(context, event.id, rule.id));
  return { items };
}

type Guards = {
  firing: string | null;
  skipped: string | null;
  marked: string | null;
  channel: string | null;
  suspended: string | null;
  depth: number;
  old: boolean;
  createdAfter: boolean;
};

async function readGuards(db: Context['db'], accountId: string, eventId: string, ruleId: string): Promise<Guards> {
  const [row] = await db.query<Guards>(
    `select (select f.id from firings f where f.account_id = e.account_id and f.event_id = e.id and f.rule_id = $3) as firing,
      (select f.reason from firings f where f.account_id = e.account_id and f.event_id = e.id and f.rule_id = $3 and f.state = 'skipped') as skipped,
      (select m.firing_id from once_marks m where m.account_id = e.account_id and m.conversation_id = e.conversation_id and m.rule_id = $3) as marked,
      e.channel_key as channel, u.suspended, e.depth, e.received_at - e.occurred_at > interval '24 hours' as old,
      exists (select 1 from rules r where r.account_id = e.account_id and r.id = $3 and r.created_at > e.received_at) as "createdAfter"
      from events e left join customers u on u.account_id = e.account_id and u.id = e.customer_id where e.account_id = $1 and e.id = $2`,
    [accountId, eventId, ruleId],
  );
  if (!row) throw new Error('The event vanished between two reads');
  return row;
}

/** The first thing that stopped it, in the order in which the engine asks. */
function reasonFor(
  rule: RuleRow,
  event: string,
  facts: Facts | null,
  guards: Guards,
  verdict: string | undefined,
): string {
  if (rule.body.on !== event) return 'other_event';
  if (guards.createdAfter) return 'created_later';
  if (rule.deletedAt !== null || !rule.active) return 'inactive';
  if (guards.suspended) return 'suspended';
  if (guards.old) return 'too_old';
  if (guards.depth >= LIMITS.chainDepth) return 'depth';
  if (rule.channels.length > 0 && guards.channel !== null && !rule.channels.includes(guards.channel)) return 'channel';
  if (facts === null) return 'not_evaluated';
  if (verdict !== 'met') return 'conditions';
  if (rule.once && guards.marked) return 'once';
  if (missingRequired(textsOf(rule), facts)) return 'no_estimate';
  // It holds now; at that moment another version of it stood.
  return 'changed_since';
}

function textsOf({ body }: RuleRow): string[] {
  return body.do.flatMap((action) =>
    (actionOf(action.action)?.parameters ?? []).flatMap(({ kind, name }) => {
      const value = action[name];
      return kind === 'text' && typeof value === 'string' ? [value] : [];
    }),
  );
}

export type WouldFire = z.output<typeof wouldFireResult>;
type Candidate = {
  event: string;
  type: string;
  occurredAt: Date;
  conversation: string | null;
  customer: string | null;
  facts: Facts;
};

/** On which of the last events a rule, as it is being written, would have fired. Stores nothing. */
export async function wouldHaveFired({ db, actor }: Context, input: unknown): Promise<WouldFire> {
  permit(actor, 'rules.read');
  const { trigger, limit } = parse(wouldFireInput, input);
  const { on, when } = parse(testInput, { trigger }).trigger as { on: string; when: Group };
  const rows = await db.query<Candidate>(
    `select e.id as event, e.type, e.occurred_at as "occurredAt", c.ext_id as conversation, u.name as customer, e.facts
      from events e left join conversations c on c.account_id = e.account_id and c.id = e.conversation_id
      left join customers u on u.account_id = e.account_id and u.id = e.customer_id
      where e.account_id = $1 and e.type = $2 and e.facts is not null
      and ($3::text is null or c.group_key is null or c.group_key in (select jsonb_array_elements_text($3::text::jsonb))) order by e.id desc limit $4`,
    [actor.accountId, on, visibleGroups(actor), limit],
  );
  const judge = compileRule({ when });
  const items = rows.map(({ facts, occurredAt, ...row }) => ({
    ...row,
    occurredAt: occurredAt.toISOString(),
    fires: judge(facts) === true,
  }));
  return { examined: items.length, fires: items.filter(({ fires }) => fires).length, items };
}
