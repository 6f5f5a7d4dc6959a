import type { Queries } from '@/db/client';
import type { Trigger } from '@/lib/contracts/trigger';
import type { StoredBody } from '../rules/rule-row';

/** What, beside rule and facts, decides whether a rule runs on an event. */
export type Circumstances = EventPart & RulePart;

type EventPart = {
  channel: string | null;
  /** Whether the customer was suspended when the event arrived. */
  suspended: boolean;
  depth: number;
  old: boolean;
};

type RulePart = {
  /** The firing of this rule on this event. */
  firing: string | null;
  /** Why that firing was held back, when it was. */
  skipped: string | null;
  /** Whether "once per ticket" had been used up by an earlier event. */
  marked: boolean;
  /** The version that stood when the event arrived, or that fired; null before the rule was made. */
  version: number | null;
  content: (Pick<Trigger, 'active' | 'oncePerTicket' | 'channels'> & StoredBody) | null;
};

/** Two statements, however many rules are asked for. */
export async function readCircumstances(
  db: Queries,
  accountId: string,
  eventId: string,
  rules: readonly string[],
): Promise<(ruleId: string) => Circumstances> {
  const [event] = await db.query<EventPart>(
    `select e.channel_key as channel, e.depth, e.received_at - e.occurred_at > interval '24 hours' as old,
      exists (select 1 from suspensions s where s.account_id = e.account_id and s.customer_id = e.customer_id
        and s.at < e.received_at and coalesce(s.lifted_at > e.received_at, true)) as suspended
      from events e where e.account_id = $1 and e.id = $2`,
    [accountId, eventId],
  );
  if (!event) throw new Error('The event vanished between two reads');
  const rows = await db.query<RulePart & { rule: string }>(
    `select r.id as rule, f.id as firing, case when f.state = 'skipped' then f.reason end as skipped,
        m.firing_id is not null and coalesce(o.event_id < e.id, true) as marked, v.version, v.body as content
      from events e join rules r on r.account_id = e.account_id
      left join firings f on f.account_id = e.account_id and f.event_id = e.id and f.rule_id = r.id
      left join once_marks m on m.account_id = e.account_id and m.conversation_id = e.conversation_id and m.rule_id = r.id
      left join firings o on o.account_id = m.account_id and o.id = m.firing_id
      left join lateral (select version, body from rule_versions w where w.account_id = r.account_id and w.rule_id = r.id
        and case when f.id is null then w.created_at <= e.received_at else w.version = f.rule_version end
        order by version desc limit 1) v on true
      where e.account_id = $1 and e.id = $2 and r.id in (select value::uuid from jsonb_array_elements_text($3::text::jsonb))`,
    [accountId, eventId, JSON.stringify(rules)],
  );
  const byRule = new Map(rows.map(({ rule, ...row }) => [rule, row]));
  const unknown: RulePart = { firing: null, skipped: null, marked: false, version: null, content: null };
  return (ruleId) => ({ ...event, ...(byRule.get(ruleId) ?? unknown) });
}
