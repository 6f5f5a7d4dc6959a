import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import { isUuid } from '@/lib/contracts/value';
import type { InteractionAnswer, InteractionInput } from '@/lib/contracts/widget-proactive';
import { prepareHours } from '@/lib/engine/hours/hours';
import type { Schedule } from '@/lib/engine/hours/schedule';
import type { ProactiveBody } from '@/lib/engine/proactive/message';
import type { WidgetSession } from './find-session';

type Situation = {
  version: number;
  live: boolean;
  body: ProactiveBody;
  schedule: Pick<Schedule, keyof Schedule> | null;
  known: boolean;
  shown: boolean;
  closedInVisit: boolean;
  inConversation: boolean;
};

/**
 * What a visitor did with a message. An impression is refused where the browser could not know better: paused meanwhile,
 * closed, seen by the same customer in another browser. The same `id` counts once. @throws AppError `not_found`
 */
export async function recordInteraction(
  db: Queries,
  session: WidgetSession,
  rule: string,
  input: InteractionInput,
): Promise<InteractionAnswer> {
  const situation = isUuid(rule) ? await readSituation(db, session, rule, input) : undefined;
  if (!situation) throw notFound('proactive', rule);
  // Sent again: it was allowed then.
  if (situation.known) return { allowed: true, stopped: null };
  const stopped = input.kind === 'impression' ? stopOf(situation, session) : null;
  if (stopped !== null) return { allowed: false, stopped };
  await insertInteraction(db, session, { rule, version: situation.version, ...input });
  return { allowed: true, stopped: null };
}

export async function insertInteraction(
  db: Queries,
  { accountId, channel, customer, now }: WidgetSession,
  interaction: Pick<InteractionInput, 'id' | 'url'> & {
    kind: InteractionInput['kind'] | 'reply';
    rule: string;
    version: number;
    visit: string | null;
    conversation?: string;
  },
): Promise<void> {
  const { id, rule, version, kind, visit, url, conversation = null } = interaction;
  await db.query(
    `insert into proactive_interactions (account_id, id, rule_id, rule_version, kind, customer_id, visit_id, channel_key, url, conversation_id, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [accountId, id, rule, version, kind, customer.id, visit, channel.key, url, conversation, now],
  );
}

function stopOf(
  { live, body, schedule, shown, closedInVisit, inConversation }: Situation,
  { channel, customer, now }: WidgetSession,
): InteractionAnswer['stopped'] {
  if (!live) return 'paused';
  if (channel.conversationControl === 'keep') return 'control';
  if (customer.suspended) return 'suspended';
  if (inConversation) return 'conversation';
  const { send, frequency } = body;
  if (send.when !== 'any' && (schedule === null || prepareHours(schedule).stateAt(now) !== send.when))
    return 'schedule';
  const spent = frequency === 'once_per_customer' ? shown : frequency === 'once_per_visit' && closedInVisit;
  return spent ? 'frequency' : null;
}

async function readSituation(
  db: Queries,
  { accountId, channel, customer }: WidgetSession,
  rule: string,
  { id, visit }: InteractionInput,
): Promise<Situation | undefined> {
  const [row] = await db.query<Situation>(
    `select r.version, r.active and r.deleted_at is null and r.broken is null as live, r.body,
        (select jsonb_build_object('timeZone', s.time_zone, 'intervals', s.intervals, 'holidays', s.holidays)
          from schedules s where s.account_id = r.account_id and s.key = r.body->'send'->>'schedule') as schedule,
        exists (select from proactive_interactions where account_id = $1 and id = $5::uuid) as known,
        exists (select from proactive_interactions i where i.account_id = $1 and i.customer_id = $4 and i.rule_id = r.id
          and i.kind = 'impression') as shown,
        exists (select from proactive_interactions i where i.account_id = $1 and i.customer_id = $4 and i.rule_id = r.id
          and i.kind in ('open', 'dismissal') and i.visit_id = $6) as "closedInVisit",
        exists (select from conversations c where c.account_id = $1 and c.customer_id = $4 and c.channel_key = $3
          and c.phase <> 'ended') as "inConversation"
      from rules r where r.account_id = $1 and r.id = $2 and r.family = 'proactive' and r.body->>'channel' = $3`,
    [accountId, rule, channel.key, customer.id, id, visit],
  );
  return row;
}
