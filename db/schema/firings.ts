import { sql } from 'drizzle-orm';
import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accountId, moment } from '../columns';
import type { RuleFamily } from './rules';

export const firings = pgTable(
  'firings',
  {
    accountId: accountId(),
    id: uuid().notNull(),
    eventId: uuid().notNull(),
    ruleId: uuid().notNull(),
    family: text().$type<RuleFamily>().notNull(),
    ruleVersion: integer().notNull(),
    /** Name at that time: the log reads without joining rules. */
    ruleName: text().notNull().default(''),
    conversationId: uuid(),
    customerId: uuid(),
    state: text({ enum: ['waiting', 'done', 'stopped', 'failed', 'cancelled', 'skipped'] }).notNull(),
    reason: text(),
    trace: jsonb().$type<unknown>(),
    /** Only what later steps render. */
    facts: jsonb().$type<Record<string, unknown>>(),
    depth: smallint().notNull().default(0),
    createdAt: moment().notNull(),
    finishedAt: moment(),
    error: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('firings_event_rule').on(t.accountId, t.eventId, t.ruleId),
    index('firings_rule').on(t.accountId, t.ruleId, t.id),
    index('firings_conversation').on(t.accountId, t.conversationId, t.id),
    index('firings_customer').on(t.accountId, t.customerId, t.id),
    index('firings_attention').on(t.accountId, t.id).where(sql`${t.state} in ('failed', 'waiting')`),
  ],
);

/** The wait, the queue entry and the receipt in one row. */
export const firingSteps = pgTable(
  'firing_steps',
  {
    accountId: accountId(),
    firingId: uuid().notNull(),
    step: integer().notNull(),
    conversationId: uuid(),
    ruleId: uuid().notNull(),
    action: text().notNull(),
    params: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text({ enum: ['pending', 'waiting', 'sending', 'done', 'skipped', 'cancelled', 'failed'] }).notNull(),
    dueAt: moment(),
    attempt: integer().notNull().default(0),
    doneAt: moment(),
    result: jsonb().$type<Record<string, unknown>>(),
    error: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.firingId, t.step] }),
    index('firing_steps_due').on(t.dueAt).where(sql`${t.state} = 'waiting'`),
    index('firing_steps_rule').on(t.accountId, t.ruleId).where(sql`${t.state} in ('waiting', 'pending')`),
    index('firing_steps_conversation')
      .on(t.accountId, t.conversationId)
      .where(sql`${t.state} in ('waiting', 'pending')`),
  ],
);

/** Receipt of oncePerTicket; not derived from firings, because those are thinned. */
export const onceMarks = pgTable(
  'once_marks',
  { accountId: accountId(), conversationId: uuid().notNull(), ruleId: uuid().notNull(), firingId: uuid().notNull() },
  (t) => [primaryKey({ columns: [t.accountId, t.conversationId, t.ruleId] })],
);

/**
 * External effects: those of steps (key `firing:step`) and outgoing webhooks (key `webhook:subject`).
 * The idempotency key is the identity, and what the other side sees again after a crash.
 */
export const deliveries = pgTable(
  'deliveries',
  {
    accountId: accountId(),
    idempotencyKey: text().notNull(),
    firingId: uuid(),
    step: integer(),
    webhookId: uuid(),
    conversationId: uuid(),
    kind: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text({ enum: ['ready', 'leased', 'done', 'failed', 'cancelled'] }).notNull(),
    attempt: integer().notNull().default(0),
    nextAt: moment().notNull(),
    leaseUntil: moment(),
    lastError: jsonb().$type<Record<string, unknown>>(),
    response: jsonb().$type<Record<string, unknown>>(),
    createdAt: moment().notNull(),
    doneAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.idempotencyKey] }),
    uniqueIndex('deliveries_step').on(t.accountId, t.firingId, t.step).where(sql`${t.firingId} is not null`),
    index('deliveries_next').on(t.nextAt).where(sql`${t.state} in ('ready', 'leased')`),
    index('deliveries_unsent')
      .on(t.accountId, t.createdAt, t.idempotencyKey)
      .where(sql`${t.kind} = 'mail' and ${t.state} = 'failed'`),
    index('deliveries_webhook').on(t.accountId, t.webhookId, t.createdAt).where(sql`${t.webhookId} is not null`),
  ],
);

/** What a rule has written for an agent to send, change or discard. At most one of a conversation is open. */
export const replyDrafts = pgTable(
  'reply_drafts',
  {
    accountId: accountId(),
    id: uuid().notNull(),
    conversationId: uuid().notNull(),
    firingId: uuid().notNull(),
    step: integer().notNull(),
    ruleName: text().notNull(),
    body: text().notNull(),
    state: text({ enum: ['open', 'sent', 'discarded', 'replaced'] })
      .notNull()
      .default('open'),
    createdAt: moment().notNull(),
    decidedAt: moment(),
    decidedBy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('reply_drafts_open').on(t.accountId, t.conversationId).where(sql`${t.state} = 'open'`),
    uniqueIndex('reply_drafts_step').on(t.accountId, t.firingId, t.step),
  ],
);

/** What the language model has cost today, against the cap of the account. */
export const aiDays = pgTable(
  'ai_days',
  {
    accountId: accountId(),
    day: date({ mode: 'string' }).notNull(),
    calls: integer().notNull().default(0),
    tokens: bigint({ mode: 'number' }).notNull().default(0),
    /** Millionths of the currency of the cap. */
    costMicros: bigint({ mode: 'number' }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.day] })],
);
