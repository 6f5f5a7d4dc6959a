/**
 * One question to the books. The query answers a row per finding: account_id, subject and detail.
 * `$1` is the moment since when nothing has been thinned by retention (or -infinity), `$2` is now.
 */
export interface Check {
  name: string;
  description: string;
  sql: string;
}

const given = '(select $1::timestamptz as since, $2::timestamptz as now) given';

const sequences: Check[] = [
  {
    name: 'event_gaps',
    description: 'Events of a conversation are numbered without a gap, up to its counter',
    sql: `select c.account_id, c.id::text as subject, format('counter %s, %s events up to %s', c.event_seq, e.count, e.last) as detail
      from ${given}, conversations c cross join lateral (
        select count(*) as count, coalesce(max(seq), 0) as last from events e
        where e.account_id = c.account_id and e.conversation_id = c.id) e
      where c.created_at >= given.since and (e.count <> c.event_seq or e.last <> c.event_seq)`,
  },
  {
    name: 'message_gaps',
    description: 'Messages of a conversation are numbered without a gap, up to its counter',
    sql: `select c.account_id, c.id::text as subject, format('counter %s, %s messages up to %s', c.message_seq, m.count, m.last) as detail
      from conversations c cross join lateral (
        select count(*) as count, coalesce(max(seq), 0) as last from messages m
        where m.account_id = c.account_id and m.conversation_id = c.id) m
      where m.count <> c.message_seq or m.last <> c.message_seq`,
  },
  {
    name: 'orphans',
    description: 'Every event and message has its conversation, every conversation its customer',
    sql: `select m.account_id, m.conversation_id::text as subject, 'message ' || m.seq as detail from messages m
      where not exists (select from conversations c where c.account_id = m.account_id and c.id = m.conversation_id)
      union all
      select e.account_id, e.id::text, 'event' from events e where e.conversation_id is not null
      and not exists (select from conversations c where c.account_id = e.account_id and c.id = e.conversation_id)
      union all
      select c.account_id, c.id::text, 'conversation' from conversations c
      where not exists (select from customers k where k.account_id = c.account_id and k.id = c.customer_id)`,
  },
  {
    name: 'conversation_state',
    description: 'Phase, queue, assignee and end of a conversation agree',
    sql: `select account_id, id::text as subject, format('phase %s, queue %s, assignee %s, ended %s', phase, queue_state,
        coalesce(assignee_key, '-'), coalesce(ended_at::text, '-')) as detail
      from conversations where (phase = 'queued' and ((queue_state <> 'queued' and not suspended_ticket) or queued_at is null))
      or (suspended_ticket and queue_state = 'queued')
      or (queue_state = 'queued' and phase not in ('requesting', 'queued')) or (phase = 'ended') <> (ended_at is not null)
      or (phase = 'assigned' and assignee_key is null and last_agent_reply_at is null)`,
  },
];

const receipts: Check[] = [
  {
    name: 'step_without_message',
    description: 'Every done step that writes to the customer has exactly one message',
    sql: `select s.account_id, s.firing_id || ':' || s.step as subject, s.action as detail from firing_steps s
      where s.state = 'done' and s.action in ('send_message', 'request_email') and not exists (
        select from messages m where m.account_id = s.account_id and m.origin_firing = s.firing_id and m.origin_step = s.step)`,
  },
  {
    name: 'message_without_step',
    description: 'Every message that a rule wrote has its done step',
    sql: `select m.account_id, m.origin_firing || ':' || m.origin_step as subject,
        format('message %s of %s, step %s', m.seq, m.conversation_id, coalesce(s.state, 'missing')) as detail
      from ${given}, messages m
      left join firing_steps s on s.account_id = m.account_id and s.firing_id = m.origin_firing and s.step = m.origin_step
      where m.origin_firing is not null and s.state is distinct from 'done'
      and (m.created_at >= given.since or s.state is not null)`,
  },
  {
    name: 'key_without_event',
    description: 'Every accepted event id has its event and its stored answer',
    sql: `select k.account_id, k.ext_id as subject, case when k.result is null then 'no answer' else 'no event' end as detail
      from ${given}, event_keys k where k.received_at >= given.since and (k.result is null or not exists (
        select from events e where e.account_id = k.account_id and e.id = k.event_id))`,
  },
  {
    name: 'answer_without_firing',
    description: 'Every firing that an answer named exists',
    sql: `select k.account_id, k.ext_id as subject, f.value ->> 'firing' as detail
      from ${given}, event_keys k cross join lateral jsonb_array_elements(
        case jsonb_typeof(k.result -> 'firings') when 'array' then k.result -> 'firings' else '[]' end) f
      where k.received_at >= given.since and not exists (
        select from firings x where x.account_id = k.account_id and x.id = (f.value ->> 'firing')::uuid)`,
  },
  {
    name: 'firing_without_answer',
    description: 'Every firing of an event stands in the answer to it',
    sql: `select f.account_id, f.id::text as subject, k.ext_id as detail from event_keys k
      join firings f on f.account_id = k.account_id and f.event_id = k.event_id
      where not coalesce(k.result -> 'firings', '[]') @> jsonb_build_array(jsonb_build_object('firing', f.id))`,
  },
];

const unfinished: Check[] = [
  {
    name: 'stuck_firing',
    description: 'A firing waits exactly as long as one of its steps is open',
    sql: `select f.account_id, f.id::text as subject, format('firing %s, open steps %s', f.state, s.open) as detail
      from firings f cross join lateral (
        select count(*) filter (where state in ('waiting', 'pending')) as open,
          count(*) filter (where state in ('waiting', 'sending')) as moving
        from firing_steps s where s.account_id = f.account_id and s.firing_id = f.id) s
      where (f.state = 'waiting' and s.moving = 0) or (f.state <> 'waiting' and s.open > 0)`,
  },
  {
    name: 'undated_wait',
    description: 'A waiting step has a due time, and a firing waits for one step at a time',
    sql: `select account_id, firing_id::text as subject, format('%s waiting steps, %s without due time', count(*),
        count(*) filter (where due_at is null)) as detail
      from firing_steps where state = 'waiting' group by account_id, firing_id
      having count(*) > 1 or count(*) filter (where due_at is null) > 0`,
  },
  {
    name: 'overdue_wait',
    description: 'No wait is overdue by more than a minute',
    sql: `select account_id, firing_id || ':' || step as subject, 'due ' || due_at as detail
      from ${given}, firing_steps where state = 'waiting' and due_at < given.now - interval '1 minute'`,
  },
  {
    name: 'delivery_without_step',
    description: 'An open delivery of a rule and its sending step belong together',
    sql: `select d.account_id, d.idempotency_key as subject, format('delivery %s, step %s', d.state, coalesce(s.state, 'missing')) as detail
      from deliveries d left join firing_steps s on s.account_id = d.account_id and s.firing_id = d.firing_id and s.step = d.step
      where d.firing_id is not null and d.state in ('ready', 'leased') and s.state is distinct from 'sending'
      union all
      select s.account_id, s.firing_id || ':' || s.step, 'sending without an open delivery' from firing_steps s
      where s.state = 'sending' and not exists (select from deliveries d where d.account_id = s.account_id
        and d.firing_id = s.firing_id and d.step = s.step and d.state in ('ready', 'leased'))`,
  },
  {
    name: 'overdue_delivery',
    description: 'No delivery is overdue by more than a minute',
    sql: `select account_id, idempotency_key as subject, format('%s, next %s, lease %s', state, next_at, lease_until) as detail
      from ${given}, deliveries where (state = 'ready' and next_at < given.now - interval '1 minute')
      or (state = 'leased' and lease_until < given.now - interval '1 minute')`,
  },
];

const configuration: Check[] = [
  {
    name: 'rule_versions',
    description: 'Every rule has its current version stored, and none is newer than its rule set',
    sql: `select r.account_id, r.id::text as subject, format('version %s, changed in %s of %s', r.version, r.changed_in, s.version) as detail
      from rules r left join rule_sets s on s.account_id = r.account_id
      where s.version is null or r.changed_in > s.version or not exists (select from rule_versions v
        where v.account_id = r.account_id and v.rule_id = r.id and v.version = r.version)`,
  },
  {
    name: 'waits_of_inactive_rules',
    description: 'No wait outlives the deactivation or deletion of its rule',
    sql: `select s.account_id, s.firing_id || ':' || s.step as subject, r.name as detail
      from firing_steps s join rules r on r.account_id = s.account_id and r.id = s.rule_id
      where s.state in ('waiting', 'pending') and (not r.active or r.deleted_at is not null)`,
  },
  {
    name: 'suspensions',
    description: 'The flag of a customer says what the suspension in force says',
    sql: `select k.account_id, k.id::text as subject, format('flag %s, in force %s', k.suspended, s.scope) as detail
      from customers k left join suspensions s on s.account_id = k.account_id and s.customer_id = k.id and s.lifted_at is null
      where k.suspended is distinct from s.scope`,
  },
];

export const checks: readonly Check[] = [...sequences, ...receipts, ...unfinished, ...configuration];
