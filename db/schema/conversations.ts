import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accountId, bytea, moment } from '../columns';

const keys = () => text().array().notNull().default(sql`'{}'::text[]`);

export const customers = pgTable(
  'customers',
  {
    accountId: accountId(),
    id: uuid().notNull(),
    extId: text().notNull(),
    name: text(),
    email: text(),
    emailVerified: boolean().notNull().default(false),
    language: text(),
    anonymous: boolean().notNull().default(false),
    /** Flag of the action "Set triggered". */
    triggered: boolean().notNull().default(false),
    /** The suspension in force, copied from `suspensions`: ingest reads no other row. */
    suspended: text({ enum: ['messaging', 'all'] }),
    /** Earlier ended conversations in which an agent wrote. */
    previousConversations: integer().notNull().default(0),
    /** Automated messages in the minute that began at automated_since (rate guard). */
    automatedSince: moment(),
    automatedCount: integer().notNull().default(0),
    mergedInto: uuid(),
    /** When this person's data was erased: the row stays, so that figures and books still add up. */
    erasedAt: moment(),
    tags: keys(),
    meta: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    firstSeenAt: moment().notNull().defaultNow(),
    lastSeenAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('customers_ext_id').on(t.accountId, t.extId),
    index('customers_email').on(t.accountId, sql`lower(${t.email})`).where(sql`${t.email} is not null`),
    index('customers_suspended').on(t.accountId, t.id).where(sql`${t.suspended} is not null`),
  ],
);

/** External id (JWT, API), verified e-mail or session, each leading to one customer. */
export const customerIdentities = pgTable(
  'customer_identities',
  {
    accountId: accountId(),
    kind: text({ enum: ['external', 'email', 'session'] }).notNull(),
    value: text().notNull(),
    customerId: uuid().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.kind, t.value] }),
    index('customer_identities_customer').on(t.accountId, t.customerId),
    foreignKey({
      name: 'customer_identities_customer_fk',
      columns: [t.accountId, t.customerId],
      foreignColumns: [customers.accountId, customers.id],
    }).onDelete('cascade'),
  ],
);

export const suspensions = pgTable(
  'suspensions',
  {
    accountId: accountId(),
    id: uuid().notNull(),
    customerId: uuid().notNull(),
    scope: text({ enum: ['messaging', 'all'] }).notNull(),
    reason: text().notNull().default(''),
    byKind: text({ enum: ['user', 'token', 'rule'] }).notNull(),
    byId: text(),
    byName: text().notNull(),
    at: moment().notNull(),
    liftedAt: moment(),
    liftedByName: text(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('suspensions_in_force').on(t.accountId, t.customerId).where(sql`${t.liftedAt} is null`),
    index('suspensions_customer').on(t.accountId, t.customerId, t.id),
    foreignKey({
      name: 'suspensions_customer_fk',
      columns: [t.accountId, t.customerId],
      foreignColumns: [customers.accountId, customers.id],
    }).onDelete('cascade'),
  ],
);

/** Numbers of tickets. A sequence: never a row that two conversations would wait for. Gaps are allowed. */
export const ticketNumbers = pgSequence('ticket_numbers', { startWith: 1, cache: 1 });

/**
 * One thread with a customer; a ticket from the moment it has a number. Configuration is referred to
 * by key, so that ingest and matching join nothing. Which columns move at which event: spec/conversations.md.
 */
export const conversations = pgTable(
  'conversations',
  {
    accountId: accountId(),
    id: uuid().notNull(),
    extId: text().notNull(),
    customerId: uuid().notNull(),
    channelKey: text().notNull(),
    brandKey: text().notNull(),
    groupKey: text(),
    assigneeKey: text(),
    botKey: text(),
    language: text(),
    tags: keys(),
    phase: text({ enum: ['bot', 'details', 'requesting', 'queued', 'assigned', 'ended'] }).notNull(),
    /** Position inside bot answer or form, e.g. `{ "answer": "…", "step": 2 }`. */
    flow: jsonb().$type<Record<string, unknown>>(),

    queueState: text({ enum: ['none', 'queued'] })
      .notNull()
      .default('none'),
    queuedAt: moment(),
    queueEnteredCount: integer().notNull().default(0),
    queueEntryPosition: integer(),
    /** Key of the group that it overflowed from, while it waits. */
    overflowFrom: text(),
    initialRouting: boolean().notNull().default(false),
    /** Asked for a human at least once; served: an agent accepted and has written since. */
    requested: boolean().notNull().default(false),
    served: boolean().notNull().default(false),
    capacityHeld: boolean().notNull().default(false),
    inactive: boolean().notNull().default(false),
    inactiveCount: smallint().notNull().default(0),

    eventSeq: integer().notNull().default(0),
    messageSeq: integer().notNull().default(0),
    /** Number of the last message that the customer had on the screen. */
    customerReadSeq: integer().notNull().default(0),
    requestedAt: moment(),
    assignedAt: moment(),
    /** When it was last assigned from a queue, and the agent's first reply after that (wait estimates). */
    routedAt: moment(),
    firstAgentReplyAt: moment(),
    lastAgentReplyAt: moment(),
    lastCustomerReplyAt: moment(),
    lastActivityAt: moment().notNull().defaultNow(),
    createdAt: moment().notNull().defaultNow(),
    endedAt: moment(),
    endedBy: text(),

    number: bigint({ mode: 'number' }),
    status: text().notNull().default('new'),
    class: text({ enum: ['open', 'closed'] })
      .notNull()
      .default('open'),
    subject: text(),
    type: text({ enum: ['ordinary', 'return', 'opinion'] })
      .notNull()
      .default('ordinary'),
    context: text(),
    sentiment: text({ enum: ['positive', 'neutral', 'negative'] }),
    source: text(),
    integrationKey: text(),
    allegroAccount: text(),
    inboxKey: text(),
    inboxGroupKey: text(),
    orders: keys(),
    createdBy: text({ enum: ['employee', 'customer'] }),
    ticketCreatedAt: moment(),
    /** The customer's latest message has no later message by an agent; by order of arrival, not by clocks. */
    awaitsReply: boolean().notNull().default(false),
    /** An agent took it or was given it by hand: what looks at the ticket's state alone leaves it there. */
    assignedByHand: boolean().notNull().default(false),
    /** Answers of workflows since an agent last wrote, and when the first of them was sent (loop guard). */
    answersInARow: integer().notNull().default(0),
    answersSince: moment(),
    /** Digest of the customer's last message, and how often in a row it has come (loop guard). */
    lastTextDigest: text(),
    sameTextCount: integer().notNull().default(0),
    /** Requested by a suspended customer: waits in "Suspended tickets". */
    suspendedTicket: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('conversations_ext_id').on(t.accountId, t.extId),
    uniqueIndex('conversations_number').on(t.accountId, t.number).where(sql`${t.number} is not null`),
    index('conversations_queue').on(t.accountId, t.groupKey, t.queuedAt).where(sql`${t.queueState} = 'queued'`),
    index('conversations_assigned').on(t.accountId, t.assigneeKey).where(sql`${t.phase} = 'assigned'`),
    // Windows of time conditions (runtime.md, "Due moments"): ordered by the moment within a class.
    index('conversations_ticket_created')
      .on(t.accountId, t.class, t.ticketCreatedAt, t.id)
      .where(sql`${t.ticketCreatedAt} is not null`),
    index('conversations_customer_reply')
      .on(t.accountId, t.class, t.lastCustomerReplyAt, t.id)
      .where(sql`${t.ticketCreatedAt} is not null and ${t.lastCustomerReplyAt} is not null`),
    index('conversations_customer').on(t.accountId, t.customerId),
    // What lists of tickets are narrowed by, newest first. None of these columns moves with a message.
    index('conversations_status').on(t.accountId, t.status, t.number),
    index('conversations_assignee').on(t.accountId, t.assigneeKey, t.number).where(sql`${t.assigneeKey} is not null`),
    index('conversations_inbox').on(t.accountId, t.inboxKey, t.number).where(sql`${t.inboxKey} is not null`),
    index('conversations_tags').using('gin', t.tags).where(sql`${t.tags} <> '{}'`),
    index('conversations_orders').using('gin', t.orders).where(sql`${t.orders} <> '{}'`),
    index('conversations_suspended').on(t.accountId, t.id).where(sql`${t.suspendedTicket}`),
    index('conversations_routed').on(t.accountId, t.groupKey, t.routedAt).where(sql`${t.routedAt} is not null`),
  ],
);

/** The idempotency receipt, separate so that events can be thinned. */
export const eventKeys = pgTable(
  'event_keys',
  {
    accountId: accountId(),
    extId: text().notNull(),
    eventId: uuid().notNull(),
    bodyHash: bytea().notNull(),
    result: jsonb().$type<Record<string, unknown>>(),
    receivedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.extId] }), index('event_keys_received').on(t.accountId, t.receivedAt)],
);

export const events = pgTable(
  'events',
  {
    accountId: accountId(),
    id: uuid().notNull(),
    extId: text(),
    /** Null for events without a conversation (agent_status_changed). */
    conversationId: uuid(),
    customerId: uuid(),
    seq: integer(),
    type: text().notNull(),
    channelKey: text(),
    occurredAt: moment().notNull(),
    receivedAt: moment().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    /** The snapshot that rules saw; `explain` answers from it. Null when no rule was evaluated. */
    facts: jsonb().$type<Record<string, unknown>>(),
    /** What the thread says about it, and after which message; null when it says nothing. */
    shown: jsonb().$type<Record<string, unknown>>(),
    depth: smallint().notNull().default(0),
    causeFiring: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('events_conversation_seq').on(t.accountId, t.conversationId, t.seq),
  ],
);

export const messages = pgTable(
  'messages',
  {
    accountId: accountId(),
    conversationId: uuid().notNull(),
    seq: integer().notNull(),
    authorKind: text({ enum: ['customer', 'agent', 'bot', 'automation', 'system'] }).notNull(),
    /** Key of agent or bot, id of the customer. */
    authorId: text(),
    authorName: text(),
    avatar: text(),
    kind: text({ enum: ['text', 'email_request', 'details_form', 'note', 'quick_replies', 'file'] })
      .notNull()
      .default('text'),
    body: text().notNull(),
    meta: jsonb().$type<Record<string, unknown>>(),
    /** The sender's own id of the message; sent twice, stored once. */
    clientId: text(),
    originFiring: uuid(),
    originStep: integer(),
    createdAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.conversationId, t.seq] }),
    uniqueIndex('messages_client_id')
      .on(t.accountId, t.conversationId, t.clientId)
      .where(sql`${t.clientId} is not null`),
    uniqueIndex('messages_origin')
      .on(t.accountId, t.originFiring, t.originStep)
      .where(sql`${t.originFiring} is not null`),
  ],
);

/** Files of messages. Whoever uploaded one may put it into a message; from then on it belongs to the conversation. */
export const attachments = pgTable(
  'attachments',
  {
    accountId: accountId(),
    id: uuid().notNull(),
    /** Both null until the message that carries it is written. */
    conversationId: uuid(),
    messageSeq: integer(),
    /** Place among the files of its message. */
    position: smallint().notNull().default(0),
    uploaderKind: text({ enum: ['customer', 'user', 'token'] }).notNull(),
    /** Uuid of the customer, user or token. */
    uploaderId: text().notNull(),
    name: text().notNull(),
    mediaType: text().notNull(),
    size: integer().notNull(),
    /** Of images, in pixels. */
    width: integer(),
    height: integer(),
    /** Either the bytes or a path below the data directory. */
    bytes: bytea(),
    path: text(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('attachments_conversation').on(t.accountId, t.conversationId, t.messageSeq),
    index('attachments_loose').on(t.accountId, t.createdAt).where(sql`${t.messageSeq} is null`),
  ],
);

/** How far an agent has read a conversation. */
export const conversationReads = pgTable(
  'conversation_reads',
  {
    accountId: accountId(),
    conversationId: uuid().notNull(),
    agentId: uuid().notNull(),
    seq: integer().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.conversationId, t.agentId] })],
);

/** Mail sent and received: threading by Message-ID, and the page of the built-in mail catcher. */
export const mails = pgTable(
  'mails',
  {
    accountId: accountId(),
    id: uuid().notNull(),
    direction: text({ enum: ['in', 'out'] }).notNull(),
    messageId: text().notNull(),
    references: keys(),
    integrationKey: text(),
    conversationId: uuid(),
    sender: text().notNull(),
    recipients: keys(),
    subject: text().notNull().default(''),
    text: text().notNull().default(''),
    html: text(),
    headers: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Number of the message in the conversation that it is; null for mails to others. */
    messageSeq: integer(),
    /** `caught`: kept instead of sent, since no mailbox is connected. */
    state: text({ enum: ['received', 'sent', 'caught', 'bounced'] })
      .notNull()
      .default('received'),
    /** Of a mail that came back: what the other server said. */
    error: jsonb().$type<Record<string, unknown>>(),
    /** Names, types and sizes. */
    files: jsonb().$type<{ name: string; type: string; size: number }[]>().notNull().default([]),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('mails_message_id').on(t.accountId, t.direction, t.messageId),
    index('mails_conversation').on(t.accountId, t.conversationId),
    index('mails_sent').on(t.accountId, t.createdAt, t.id).where(sql`${t.direction} = 'out'`),
    index('mails_caught').on(t.accountId, t.id).where(sql`${t.state} = 'caught'`),
  ],
);
