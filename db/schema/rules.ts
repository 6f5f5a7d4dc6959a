import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accountId, moment } from '../columns';
import { accounts } from './accounts';

export type RuleFamily = 'trigger' | 'proactive' | 'workflow';

/** One row per account; its version moves with every change of anything that a process caches for matching. */
export const ruleSets = pgTable('rule_sets', {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  version: bigint({ mode: 'number' }).notNull().default(0),
});

/** Soft deletion, and no foreign key from firings or steps: that would couple edits of rules with ingest. */
export const rules = pgTable(
  'rules',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    family: text().$type<RuleFamily>().notNull(),
    name: text().notNull(),
    description: text().notNull().default(''),
    position: integer().notNull().default(0),
    active: boolean().notNull().default(false),
    /** Never published (proactive messages). */
    draft: boolean().notNull().default(false),
    once: boolean().notNull().default(false),
    /** Keys of channels; empty means every channel of the family. */
    channels: text().array().notNull().default(sql`'{}'::text[]`),
    version: integer().notNull().default(1),
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    /** rule_sets.version at the last change: processes read what changed after the version they hold. */
    changedIn: bigint({ mode: 'number' }).notNull(),
    /** Folded name and description, for searching. */
    search: text().notNull().default(''),
    /** Why it cannot run (reference gone, limit exceeded, paused), else null. */
    broken: jsonb().$type<Record<string, unknown>>(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    updatedBy: uuid(),
    deletedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('rules_name').on(t.accountId, t.family, sql`lower(${t.name})`).where(sql`${t.deletedAt} is null`),
    index('rules_changed_in').on(t.accountId, t.changedIn),
    index('rules_search').on(t.accountId, t.family, t.search),
  ],
);

/** Immutable; firings point here. */
export const ruleVersions = pgTable(
  'rule_versions',
  {
    accountId: accountId(),
    ruleId: uuid().notNull(),
    version: integer().notNull(),
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    authorId: uuid(),
    authorName: text(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.ruleId, t.version] })],
);

/** Position of one time condition on its indexed column, for tickets of one class; see "Due moments". */
export const timeCursors = pgTable(
  'time_cursors',
  {
    accountId: accountId(),
    workflowId: uuid().notNull(),
    /** What it waits for, e.g. `ticketCreatedAt:1440:open`. */
    condition: text().notNull(),
    field: text({ enum: ['ticketCreatedAt', 'lastCustomerReplyAt'] }).notNull(),
    minutes: integer().notNull(),
    class: text({ enum: ['open', 'closed'] }).notNull(),
    /** When it began: what came due earlier does not count. */
    since: moment().notNull(),
    at: moment().notNull(),
    ticketId: uuid().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.workflowId, t.condition] })],
);

/** Roll-up from firings older than 30 s. */
export const ruleDays = pgTable(
  'rule_days',
  {
    accountId: accountId(),
    ruleId: uuid().notNull(),
    day: date({ mode: 'string' }).notNull(),
    fired: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    skipped: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.ruleId, t.day] }), index('rule_days_day').on(t.accountId, t.day)],
);

/** What visitors did with a proactive message. */
export const proactiveInteractions = pgTable(
  'proactive_interactions',
  {
    accountId: accountId(),
    id: uuid().notNull(),
    ruleId: uuid().notNull(),
    ruleVersion: integer().notNull(),
    kind: text({ enum: ['impression', 'open', 'dismissal', 'reply'] }).notNull(),
    customerId: uuid().notNull(),
    visitId: text(),
    channelKey: text().notNull(),
    url: text(),
    conversationId: uuid(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('proactive_interactions_rule').on(t.accountId, t.ruleId, t.kind, t.id),
    index('proactive_interactions_customer').on(t.accountId, t.customerId, t.ruleId),
  ],
);

/** What stopped each live message on one page of a visit, as the browser told; kept for some days. */
export const proactiveViews = pgTable(
  'proactive_views',
  {
    accountId: accountId(),
    /** Made by the browser. */
    id: uuid().notNull(),
    channelKey: text().notNull(),
    /** Null: nobody whom the server knows. */
    customerId: uuid(),
    visitId: text().notNull(),
    url: text().notNull(),
    /** How long the page had been in sight. */
    seconds: integer().notNull(),
    /** By field: what the conditions were asked of; only fields that one of them names. */
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    /** `{ id, version, reason }` of each message, in the order of their priority. */
    candidates: jsonb().$type<readonly Record<string, unknown>[]>().notNull(),
    /** When the page was opened. */
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('proactive_views_at').on(t.accountId, t.at),
    index('proactive_views_visit').on(t.accountId, t.visitId),
  ],
);
