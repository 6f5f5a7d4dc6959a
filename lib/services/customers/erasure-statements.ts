/**
 * What erasing a person writes, table by table. Rows that count (conversations, messages, events, firings) stay, without
 * anything that was said or that names somebody; what only describes the person goes. `$1` is the account, `$2` the
 * customer, followed by whoever was merged into it, `$3` their conversations, `$4` their addresses in small letters,
 * `$5` how the customer is called from then on.
 */
import type { Statement } from '@/db/client';

export interface Erased {
  readonly accountId: string;
  /** Uuids: the customer, then whoever was merged into it. */
  readonly customers: readonly string[];
  readonly conversations: readonly string[];
  readonly emails: readonly string[];
  readonly alias: string;
}

/** In the order in which they are sent. */
export function erasureStatements({ accountId, customers, conversations, emails, alias }: Erased): Statement[] {
  const params = [accountId, customers, conversations, emails, alias];
  return STATEMENTS.map((sql) => ({ sql: `${GIVEN} ${sql}`, params }));
}

/** Says the types of the parameters, also of those that a statement does not use. */
const GIVEN = 'with given as (select $1::uuid, $2::uuid[], $3::uuid[], $4::text[], $5::text)';

const STATEMENTS: readonly string[] = [
  // Waits first: nothing of a rule reaches this person any more.
  `update firing_steps set state = case when state in ('waiting', 'pending', 'sending') then 'cancelled' else state end,
      due_at = case when state = 'waiting' then null else due_at end,
      result = case when state in ('waiting', 'pending', 'sending') then '{"reason": "erased"}'::jsonb
        when result ? 'reason' then jsonb_build_object('reason', result -> 'reason') end,
      error = case when error ? 'code' then jsonb_build_object('code', error -> 'code') end
    where account_id = $1 and firing_id in (select id from firings where account_id = $1
      and (customer_id = any($2::uuid[]) or conversation_id = any($3::uuid[])))`,
  `update firings set customer_id = ($2::uuid[])[1], trace = null, facts = null,
      error = case when error ? 'code' then jsonb_build_object('code', error -> 'code') end,
      reason = case when state = 'waiting' then 'erased' else reason end,
      finished_at = case when state = 'waiting' then clock_timestamp() else finished_at end,
      state = case when state = 'waiting' then 'cancelled' else state end
    where account_id = $1 and (customer_id = any($2::uuid[]) or conversation_id = any($3::uuid[]))`,
  `delete from deliveries where account_id = $1 and (conversation_id = any($3::uuid[]) or firing_id in (
      select id from firings where account_id = $1 and customer_id = any($2::uuid[])))`,
  `delete from event_keys where account_id = $1 and event_id in (select id from events
      where account_id = $1 and (customer_id = any($2::uuid[]) or conversation_id = any($3::uuid[])))`,
  `update events set ext_id = null, payload = '{}'::jsonb, facts = null, shown = null, customer_id = ($2::uuid[])[1]
    where account_id = $1 and (customer_id = any($2::uuid[]) or conversation_id = any($3::uuid[]))`,
  `update messages set body = '', meta = '{"erased": true}'::jsonb, client_id = null,
      kind = case when kind = 'note' then kind else 'text' end,
      author_name = case when author_kind = 'agent' then author_name end
    where account_id = $1 and conversation_id = any($3::uuid[])`,
  `delete from attachments where account_id = $1 and (conversation_id = any($3::uuid[])
      or (uploader_kind = 'customer' and uploader_id = any($2::text[])))`,
  `delete from mails where account_id = $1 and (conversation_id = any($3::uuid[])
      or lower(sender) = any($4::text[]) or exists (select 1 from unnest(recipients) r where lower(r) = any($4::text[])))`,
  'delete from reply_drafts where account_id = $1 and conversation_id = any($3::uuid[])',
  'delete from once_marks where account_id = $1 and conversation_id = any($3::uuid[])',
  `update conversations set ext_id = 'erased:' || id, subject = null, context = null, sentiment = null, flow = null,
      tags = '{}', orders = '{}', customer_id = ($2::uuid[])[1]
    where account_id = $1 and id = any($3::uuid[])`,
  'update proactive_interactions set url = null, visit_id = null, customer_id = ($2::uuid[])[1] where account_id = $1 and customer_id = any($2::uuid[])',
  'delete from proactive_views where account_id = $1 and customer_id = any($2::uuid[])',
  'delete from widget_sessions where account_id = $1 and customer_id = any($2::uuid[])',
  'delete from customer_identities where account_id = $1 and customer_id = any($2::uuid[])',
  'delete from suspensions where account_id = $1 and customer_id = any($2::uuid[])',
  // The history tells that something was done, and by whom; no longer to whom.
  `update changes set entity_name = $5, before = null, after = null,
      entity_id = case when entity_kind = 'customer' then ($2::uuid[])[1]::text else entity_id end
    where account_id = $1 and ((entity_kind = 'customer' and entity_id = any($2::text[]))
      or (entity_kind = 'conversation' and entity_id = any($3::text[])))`,
  'delete from customers where account_id = $1 and id = any(($2::uuid[])[2:])',
  `update customers set ext_id = $5, name = null, email = null, email_verified = false, language = null,
      triggered = false, suspended = null, automated_since = null, automated_count = 0, tags = '{}', meta = '{}'::jsonb,
      erased_at = clock_timestamp() where account_id = $1 and id = ($2::uuid[])[1]`,
];
