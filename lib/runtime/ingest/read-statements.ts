/**
 * The first round trip of ingest. Locks are taken by statements of their own, in one order for everybody: account
 * (shared), customers, conversations, agents, each sorted; what depends on them is read by later statements.
 */
import { accountLockShared } from '@/db/account-lock';
import type { Statement } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import type { Needs } from '../rules/account-rules';
import { deltaStatement } from '../rules/rule-cache';
import { selectRow } from '../work/table';
import { conversationsTable, customersTable } from '../work/tables';
import { estimatesStatement } from './estimates';
import { figuresStatement } from './figures';
import type { ResolvedItem } from './resolve';

/** The statements, by the name of what they answer, in the order in which they are sent. */
export function readStatements(
  accountId: string,
  items: readonly ResolvedItem[],
  { version, needs, known, now, numbers }: ReadOptions,
) {
  const conversations = firstOf(items, ({ conversation }) => conversation?.id);
  const conversationIds = [...conversations.keys()];
  const accepting = automaticAgents(items);
  const unseen = [...conversations.values()].filter(({ conversation }) => !known.has(conversation?.id ?? ''));
  const newCustomers = firstOf(unseen, ({ customer }) => customer?.id);
  return {
    lock: accountLockShared(accountId, { byKey: true }),
    newCustomers: unseen.length > 0 ? insertCustomers(accountId, [...newCustomers.values()], now) : null,
    customers: lockCustomers(accountId, items, known),
    newConversations: unseen.length > 0 ? insertConversations(accountId, unseen, now) : null,
    conversations: lockConversations(accountId, conversationIds),
    receipts: receipts(accountId, items),
    capacities: accepting.length > 0 ? lockAgents(accountId, accepting) : null,
    loads: accepting.length > 0 ? loads(accountId, accepting) : null,
    rules: deltaStatement(accountId, version),
    figures: figuresStatement(accountId),
    onceMarks: needs.once ? onceMarks(accountId, conversationIds) : null,
    knownMessages: knownMessages(accountId, items, known),
    estimates: needs.estimates ? estimatesStatement(accountId, now) : null,
    numbers: numbers > 0 ? takeNumbers(numbers) : null,
  };
}

/** By the caller's id. As this process has seen them: one may be gone since, or a merge has given it another customer. */
export type KnownConversations = ReadonlyMap<string, KnownConversation>;

export interface KnownConversation {
  readonly id: string;
  readonly customer: { readonly id: string; readonly extId: string };
}

export interface ReadOptions {
  /** Of the rules that this process has. */
  readonly version: number;
  readonly needs: Needs;
  /** Conversations that are there already, by the caller's id: they and their customers need not be created. */
  readonly known: KnownConversations;
  readonly now: Date | null;
  /** How many numbers of tickets to take. */
  readonly numbers: number;
}

function insertCustomers(accountId: string, items: readonly ResolvedItem[], now: Date | null): Statement {
  const rows = items.map(({ customer }) => ({ id: uuidV7(), extId: customer?.id }));
  const sql = `insert into customers (account_id, id, ext_id, first_seen_at, last_seen_at)
    select $1, r.id, r."extId", coalesce($3::timestamptz, clock_timestamp()), coalesce($3::timestamptz, clock_timestamp())
    from jsonb_to_recordset($2::text::jsonb) as r(id uuid, "extId" text) order by r."extId"
    on conflict do nothing returning id`;
  return { sql, params: [accountId, JSON.stringify(rows), now] };
}

/** Those of the conversations that are named, those that are named beside, and those they were merged into. */
function lockCustomers(accountId: string, items: readonly ResolvedItem[], known: KnownConversations): Statement {
  const [ids, named, conversations] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { conversation, customer } of items) {
    const owner = known.get(conversation?.id ?? '')?.customer;
    if (owner) ids.add(owner.id);
    else if (conversation) conversations.add(conversation.id);
    if (customer && customer.id !== owner?.extId) named.add(customer.id);
  }
  const sql = `select ${selectRow(customersTable, 'c')}, c.ext_id as "mergedAs", c.merged_into as "mergedInto" from customers c
    where c.account_id = $1 and c.id = any(array(
      select unnest(array[id, merged_into]) from customers where account_id = $1 and ext_id = any($2::text[])
      union select customer_id from conversations where account_id = $1 and ext_id = any($3::text[])
      union select unnest($4::uuid[])))
    order by c.ext_id for no key update`;
  return { sql, params: [accountId, [...named], [...conversations], [...ids]] };
}

function insertConversations(accountId: string, items: readonly ResolvedItem[], now: Date | null): Statement {
  const rows = items.flatMap(({ conversation, customer, channel }) =>
    conversation && customer
      ? [
          {
            id: uuidV7(),
            extId: conversation.id,
            customer: customer.id,
            channel: channel.key,
            brand: conversation.brand ?? channel.brand,
            group: conversation.group ?? channel.defaultGroup,
            source:
              channel.kind === 'api'
                ? 'api'
                : channel.kind === 'web' || channel.kind === 'mobile'
                  ? 'web_widget'
                  : null,
          },
        ]
      : [],
  );
  const sql = `insert into conversations
      (account_id, id, ext_id, customer_id, channel_key, brand_key, group_key, source, phase, last_activity_at, created_at)
    select $1, r.id, r."extId", coalesce(c.merged_into, c.id), r.channel, r.brand, r."group", r.source, 'bot', 'epoch',
      coalesce($3::timestamptz, clock_timestamp())
    from jsonb_to_recordset($2::text::jsonb)
      as r(id uuid, "extId" text, customer text, channel text, brand text, "group" text, source text)
    join customers c on c.account_id = $1 and c.ext_id = r.customer order by r."extId"
    on conflict do nothing returning id`;
  return { sql, params: [accountId, JSON.stringify(rows), now] };
}

function takeNumbers(count: number): Statement {
  return { sql: "select nextval('ticket_numbers') as number from generate_series(1, $1::int)", params: [count] };
}

function lockConversations(accountId: string, conversations: readonly string[]): Statement {
  const sql = `select ${selectRow(conversationsTable, 'c')} from conversations c
    where c.account_id = $1 and c.ext_id = any($2::text[]) order by c.ext_id for no key update`;
  return { sql, params: [accountId, conversations] };
}

/** Agents who are to take conversations by themselves: two workers at once must not give one more than its capacity. */
function automaticAgents(items: readonly ResolvedItem[]): string[] {
  const agents = items.flatMap(({ what }) =>
    what.kind === 'command' && what.command.verb === 'accept' && what.command.via === 'auto'
      ? [what.command.agent]
      : [],
  );
  return [...new Set(agents)];
}

function lockAgents(accountId: string, agents: readonly string[]): Statement {
  const sql = `select key as agent, capacity from agents where account_id = $1 and key = any($2::text[])
    order by key for no key update`;
  return { sql, params: [accountId, agents] };
}

/** A statement of its own: after the lock it sees what others have given. */
function loads(accountId: string, agents: readonly string[]): Statement {
  const sql = `select assignee_key as agent, count(*)::int as load from conversations
    where account_id = $1 and assignee_key = any($2::text[]) and phase = 'assigned' and capacity_held group by 1`;
  return { sql, params: [accountId, agents] };
}

/**
 * Answers for duplicates. Whoever sent the same entry at the same time holds its conversation, or has committed: an entry
 * that is not here is new, or of nobody's conversation, and then its key tells at the end.
 */
function receipts(accountId: string, items: readonly ResolvedItem[]): Statement {
  const sql = `select ext_id as key, encode(body_hash, 'hex') as hash, result from event_keys
    where account_id = $1 and ext_id = any($2::text[])`;
  return { sql, params: [accountId, items.map(({ key }) => key)] };
}

function onceMarks(accountId: string, conversations: readonly string[]): Statement {
  const sql = `select o.rule_id as rule, o.conversation_id as conversation from once_marks o
    join conversations c on c.account_id = o.account_id and c.id = o.conversation_id
    where c.account_id = $1 and c.ext_id = any($2::text[])`;
  return { sql, params: [accountId, conversations] };
}

/**
 * Messages are stored once: those of the batch that are there already. Each is looked up by itself (`limit` keeps the
 * planner from joining whole tables, since it takes a JSON text for a hundred rows).
 */
function knownMessages(accountId: string, items: readonly ResolvedItem[], known: KnownConversations): Statement | null {
  const rows = items.flatMap(({ what, conversation }) => {
    const said = what.kind === 'command' ? what.command : what.event;
    const message = 'message' in said ? said.message?.id : undefined;
    if (message === undefined || !conversation) return [];
    return [{ conversation: conversation.id, id: known.get(conversation.id)?.id, message }];
  });
  if (rows.length === 0) return null;
  const sql = `select c.id as conversation, r.message
    from jsonb_to_recordset($2::text::jsonb) as r(conversation text, id uuid, message text)
    cross join lateral (select coalesce(r.id,
      (select id from conversations where account_id = $1 and ext_id = r.conversation)) as id offset 0) c
    cross join lateral (select from messages
      where account_id = $1 and conversation_id = c.id and client_id = r.message limit 1) m`;
  return { sql, params: [accountId, JSON.stringify(rows)] };
}

/** The first item for each id; a conversation's first with a customer, who is needed to create it. */
function firstOf(
  items: readonly ResolvedItem[],
  idOf: (item: ResolvedItem) => string | undefined,
): Map<string, ResolvedItem> {
  const first = new Map<string, ResolvedItem>();
  for (const item of items) {
    const id = idOf(item);
    if (id === undefined) continue;
    const known = first.get(id);
    if (!known || (!known.customer && item.customer)) first.set(id, item);
  }
  return first;
}
