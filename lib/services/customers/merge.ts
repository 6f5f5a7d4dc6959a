/**
 * Two customers who are one person become one: everything of the first moves to the second, and the first remains as a
 * pointer, so that whoever still names it reaches the second. Locks as everywhere: account, customers, conversations.
 */
import { accountLockShared } from '@/db/account-lock';
import type { Queries, Statement } from '@/db/client';
import { AppError, notFound } from '@/lib/contracts/app-error';

/** As conditions read it. */
const MOST_PREVIOUS_CONVERSATIONS = 32_000;

export interface Merged {
  /** Uuids of the conversations that moved: whoever follows them is told after the commit. */
  readonly conversations: readonly string[];
}

/**
 * Merges `from` into `into` (uuids), within the caller's transaction. Conversations, events, firings, identities,
 * sessions and files follow; tags are united; the flag "triggered" and the stronger suspension hold for both; name,
 * address and language fill what `into` has not got. The caller permits and records.
 * @throws AppError `not_found`, `conflict` (`same_customer`, `already_merged`)
 */
export async function mergeCustomers(
  tx: Queries,
  accountId: string,
  { from, into }: { from: string; into: string },
): Promise<Merged> {
  if (from === into) throw new AppError('conflict', { reason: 'same_customer' });
  await lockCustomers(tx, accountId, [from, into]);
  const conversations = await tx.query<{ id: string }>(
    `select id from conversations where account_id = $1 and customer_id = $2 order by ext_id for no key update`,
    [accountId, from],
  );
  const ids = conversations.map(({ id }) => id);
  await tx.pipeline(moves(accountId, from, into, ids));
  return { conversations: ids };
}

async function lockCustomers(tx: Queries, accountId: string, ids: readonly [string, string]): Promise<void> {
  const lock = accountLockShared(accountId);
  await tx.query(lock.sql, lock.params);
  const found = await tx.query<{ id: string; mergedInto: string | null }>(
    `select id, merged_into as "mergedInto" from customers where account_id = $1 and id = any($2::uuid[])
      order by ext_id for no key update`,
    [accountId, ids],
  );
  for (const id of ids) {
    const customer = found.find((each) => each.id === id);
    if (!customer) throw notFound('customer', id);
    if (customer.mergedInto !== null) throw new AppError('conflict', { reason: 'already_merged' });
  }
}

function moves(accountId: string, from: string, into: string, conversations: readonly string[]): Statement[] {
  const pair = [accountId, from, into];
  const all = [...pair, conversations];
  return [
    { sql: CUSTOMER, params: pair },
    {
      sql: 'update conversations set customer_id = $3 where account_id = $1 and customer_id = $2 and id = any($4::uuid[])',
      params: all,
    },
    {
      sql: 'update events set customer_id = $3 where account_id = $1 and conversation_id = any($4::uuid[]) and customer_id = $2',
      params: all,
    },
    { sql: 'update firings set customer_id = $3 where account_id = $1 and customer_id = $2', params: pair },
    {
      sql: `update messages set author_id = $3::uuid::text where account_id = $1 and conversation_id = any($4::uuid[])
        and author_kind = 'customer' and author_id = $2::uuid::text`,
      params: all,
    },
    { sql: 'update customer_identities set customer_id = $3 where account_id = $1 and customer_id = $2', params: pair },
    { sql: 'update widget_sessions set customer_id = $3 where account_id = $1 and customer_id = $2', params: pair },
    {
      sql: `update attachments set uploader_id = $3::uuid::text where account_id = $1
        and uploader_kind = 'customer' and uploader_id = $2::uuid::text`,
      params: pair,
    },
    // At most one suspension is in force: the weaker, else the later one, ends with the merge.
    { sql: WEAKER_SUSPENSION, params: pair },
    { sql: 'update suspensions set customer_id = $3 where account_id = $1 and customer_id = $2', params: pair },
    {
      sql: 'update proactive_interactions set customer_id = $3 where account_id = $1 and customer_id = $2',
      params: pair,
    },
    { sql: 'update proactive_views set customer_id = $3 where account_id = $1 and customer_id = $2', params: pair },
    { sql: POINTER, params: pair },
    // Chains stay one step long.
    { sql: 'update customers set merged_into = $3 where account_id = $1 and merged_into = $2', params: pair },
  ];
}

const CUSTOMER = `update customers t set
    name = coalesce(t.name, f.name),
    email = coalesce(t.email, f.email),
    email_verified = case when t.email is null then f.email_verified else t.email_verified end,
    language = coalesce(t.language, f.language),
    triggered = t.triggered or f.triggered,
    suspended = case when 'all' in (t.suspended, f.suspended) then 'all' else coalesce(t.suspended, f.suspended) end,
    previous_conversations = least(t.previous_conversations + f.previous_conversations, ${MOST_PREVIOUS_CONVERSATIONS}),
    automated_since = greatest(t.automated_since, f.automated_since),
    automated_count = greatest(t.automated_count, f.automated_count),
    tags = array(select distinct tag from unnest(t.tags || f.tags) as tag order by tag),
    meta = f.meta || t.meta,
    first_seen_at = least(t.first_seen_at, f.first_seen_at),
    last_seen_at = greatest(t.last_seen_at, f.last_seen_at)
  from customers f where t.account_id = $1 and t.id = $3 and f.account_id = $1 and f.id = $2`;

const POINTER = `update customers set merged_into = $3, suspended = null, triggered = false, tags = '{}', email = null,
    email_verified = false where account_id = $1 and id = $2`;

const WEAKER_SUSPENSION = `update suspensions set lifted_at = clock_timestamp(), lifted_by_name = 'Signalbox' where account_id = $1
  and id in (select id from (select id, row_number() over (order by (scope = 'all') desc, at, id) as place
    from suspensions where account_id = $1 and customer_id in ($2, $3) and lifted_at is null) s where place > 1)`;
