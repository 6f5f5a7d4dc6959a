import { type Explanation, type WouldFire, wouldFireInput } from '@/lib/contracts/firing';
import { parse } from '@/lib/contracts/issues';
import { testInput } from '@/lib/contracts/trigger';
import { compileRule } from '@/lib/engine/evaluate';
import type { Group } from '@/lib/engine/rule';
import type { Context } from '../context';
import { findConversation } from '../conversations/find';
import { permit } from '../permit';
import { readRuleOfTickets } from '../rules/rule-row';
import { readCircumstances } from './circumstances';
import { explainRule } from './explain-rule';
import { getEvent } from './read';
import { judged, recentEvents } from './recent-events';
import { runsOnEvents } from './runs-on';

/** Why a rule fired or did not fire on an event: by the version that stood then, on the facts stored with it. */
export async function explainEvent(context: Context, eventId: string, ruleId: string): Promise<Explanation> {
  const { db, actor } = context;
  permit(actor, 'log.read');
  const event = await getEvent(context, eventId);
  const rule = await readRuleOfTickets(db, actor.accountId, ruleId);
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
  const rule = await readRuleOfTickets(db, actor.accountId, query.rule);
  const runsOn = runsOnEvents(rule);
  const rows = await db.query<{ id: string }>(
    `select id from events where account_id = $1 and conversation_id = $2 and ($3::uuid is null or id = $3)
      and ($3::uuid is not null or (${runsOn.sql})) order by seq desc limit 20`,
    [actor.accountId, id, query.event ?? null, ...runsOn.params],
  );
  const items: Explanation[] = [];
  for (const event of rows) items.push(await explainEvent(context, event.id, rule.id));
  return { items };
}

/** On which of the last events a rule, as it is being written, would have fired. Stores nothing. */
export async function wouldHaveFired({ db, actor }: Context, input: unknown): Promise<WouldFire> {
  permit(actor, 'rules.read');
  const { trigger, limit } = parse(wouldFireInput, input);
  const { on, when } = parse(testInput, { trigger }).trigger as { on: string; when: Group };
  const events = await recentEvents({ db, actor }, { condition: 'e.type = $4', params: [on], limit });
  return judged(events, compileRule({ when }));
}
