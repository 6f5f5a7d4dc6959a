import type { Queries } from '@/db/client';

/** What, beside rule and facts, decides whether a rule runs on an event. */
export type Circumstances = {
  /** The firing of this rule on this event. */
  firing: string | null;
  /** The firing that marked "once per ticket". */
  marked: string | null;
  channel: string | null;
  suspended: string | null;
  depth: number;
  old: boolean;
  createdAfter: boolean;
};

type EventRow = Omit<Circumstances, 'firing' | 'marked' | 'createdAfter'>;
type RuleRow = Pick<Circumstances, 'firing' | 'marked' | 'createdAfter'> & { rule: string };

/** Two statements, however many rules are asked for. */
export async function readCircumstances(
  db: Queries,
  accountId: string,
  eventId: string,
  rules: readonly string[],
): Promise<(ruleId: string) => Circumstances> {
  const [event] = await db.query<EventRow>(
    `select e.channel_key as channel, u.suspended, e.depth, e.received_at - e.occurred_at > interval '24 hours' as old
      from events e left join customers u on u.account_id = e.account_id and u.id = e.customer_id where e.account_id = $1 and e.id = $2`,
    [accountId, eventId],
  );
  if (!event) throw new Error('The event vanished between two reads');
  const rows = await db.query<RuleRow>(
    `select r.id as rule, f.id as firing, m.firing_id as marked, r.created_at > e.received_at as "createdAfter"
      from events e join rules r on r.account_id = e.account_id
      left join firings f on f.account_id = e.account_id and f.event_id = e.id and f.rule_id = r.id
      left join once_marks m on m.account_id = e.account_id and m.conversation_id = e.conversation_id and m.rule_id = r.id
      where e.account_id = $1 and e.id = $2 and r.id in (select value::uuid from jsonb_array_elements_text($3::text::jsonb))`,
    [accountId, eventId, JSON.stringify(rules)],
  );
  const byRule = new Map(rows.map(({ rule, ...row }) => [rule, row]));
  const unknown = { firing: null, marked: null, createdAfter: true };
  return (ruleId) => ({ ...event, ...(byRule.get(ruleId) ?? unknown) });
}
