import type * as z from 'zod';
import { type Explanation, wouldFireInput, type wouldFireResult } from '@/lib/contracts/firing';
import { parse } from '@/lib/contracts/issues';
import { testInput } from '@/lib/contracts/trigger';
import { compileRule } from '@/lib/engine/evaluate';
import type { Group } from '@/lib/engine/rule';
import type { Facts } from '@/lib/engine/value';
import type { Context } from '../context';
import { findConversation, visible, visibleTo } from '../conversations/find';
import { permit } from '../permit';
import { readRule } from '../rules/rule-row';
import { readCircumstances } from './circumstances';
import { explainRule } from './explain-rule';
import { getEvent } from './read';

/** Why a rule fired or did not fire on an event: by the version that stood then, on the facts stored with it. */
export async function explainEvent(context: Context, eventId: string, ruleId: string): Promise<Explanation> {
  const { db, actor } = context;
  permit(actor, 'log.read');
  const event = await getEvent(context, eventId);
  const rule = await readRule(db, actor.accountId, 'trigger', ruleId, true);
  const seen = await readCircumstances(db, actor.accountId, event.id, [rule.id]);
  return explainRule(rule, event, seen(rule.id));
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

/** A rare event is looked for among so many; the page waits for the answer. */
const LOOKED_THROUGH = 20_000;

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
      from (select * from events where account_id = $1 order by id desc limit ${LOOKED_THROUGH}) e left join conversations c on c.account_id = e.account_id and c.id = e.conversation_id
      left join customers u on u.account_id = e.account_id and u.id = e.customer_id
      where e.account_id = $1 and e.type = $2 and e.facts is not null
      and ${visible(3)} order by e.id desc limit $4`,
    [actor.accountId, on, visibleTo(actor), limit],
  );
  const judge = compileRule({ when });
  const items = rows.map(({ facts, occurredAt, ...row }) => ({
    ...row,
    occurredAt: occurredAt.toISOString(),
    fires: judge(facts) === true,
  }));
  return { examined: items.length, fires: items.filter(({ fires }) => fires).length, items };
}
