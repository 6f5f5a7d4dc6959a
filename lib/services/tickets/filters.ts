import type { TicketQuery } from '@/lib/contracts/ticket';

/** A condition on conversations `c`; `$?` stands for the number of its value, `$1` is the account. */
export type Filter = readonly [condition: string, value: unknown];

/** What a query leaves, besides its search. Conditions are written as the indexes of conversations are. */
export function filtersOf(query: Omit<TicketQuery, 'customer'>, customer: string | undefined): Filter[] {
  const filters: Filter[] = [
    ...named('c.status', 'statuses', query.status),
    ['c.class = $?', query.class],
    [statusesThat('visibleInInbox'), query.visible],
    ["c.awaits_reply = ($? = 'not_replied')", query.response],
    [`(c.awaits_reply and ${statusesThat('requiresResponse', 'true')}) = $?`, query.requiresResponse],
    ['c.type = $?', query.type],
    ['c.context = $?', query.context],
    ['c.sentiment = $?', query.sentiment],
    ["c.tags <> '{}' and c.tags @> array[$?::text]", query.tag],
    ...named('c.assignee_key', 'agents', query.assignee),
    ...named('c.inbox_key', 'inboxes', query.inbox),
    [INBOXES_OF, query.inboxGroup],
    ...named('c.group_key', 'groups', query.group),
    ...named('c.channel_key', 'channels', query.channel),
    ['c.source = $?', query.source],
    ...named('c.integration_key', 'integrations', query.integration),
    ['c.allegro_account = $?', query.allegroAccount],
    ["c.orders <> '{}' and c.orders @> array[$?::text]", query.orderId],
    ['c.customer_id = $?::uuid', customer],
    ["coalesce(c.created_by, 'customer') = $?", query.createdBy],
    ['c.ticket_created_at >= $?::timestamptz', query.from],
    ['c.ticket_created_at < $?::timestamptz', query.to],
    ['c.last_customer_reply_at >= $?::timestamptz', query.repliedFrom],
    ['c.last_customer_reply_at < $?::timestamptz', query.repliedTo],
  ];
  return filters.filter(([, value]) => value !== undefined);
}

/** By key or uuid, asked once before the search; `none`: without any. */
function named(column: string, table: string, value: string | undefined): Filter[] {
  if (value === undefined) return [];
  if (value === 'none') return [[`(${column} is null) = $?`, true]];
  return [
    [`${column} = (select key from ${table} where account_id = $1 and (key = $? or id::text = $?) limit 1)`, value],
  ];
}

function statusesThat(flag: 'visibleInInbox' | 'requiresResponse', wanted = '$?::boolean'): string {
  return `c.status in (select key from statuses where account_id = $1 and coalesce((flags ->> '${flag}')::boolean, false) = ${wanted})`;
}

const INBOXES_OF = `c.inbox_key in (select i.key from inboxes i
  join inbox_groups ig on ig.account_id = i.account_id and ig.id = i.inbox_group_id
  where i.account_id = $1 and (ig.key = $? or ig.id::text = $?))`;
