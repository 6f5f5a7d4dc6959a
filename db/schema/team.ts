import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accountId, moment } from '../columns';
import { accounts, users } from './accounts';

export const groups = pgTable(
  'groups',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    overflowGroupId: uuid(),
    overflowMinutes: integer(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    unique('groups_key').on(t.accountId, t.key),
    foreignKey({
      name: 'groups_overflow_group',
      columns: [t.accountId, t.overflowGroupId],
      foreignColumns: [t.accountId, t.id],
    }),
  ],
);

/**
 * Whoever answers customers. A user of the workspace has one (user_id); agents of a helpdesk that
 * only speaks through the API have none. The effective status is computed with the clock: a status
 * set in a browser counts as invisible when seen_at is older than 60 s; one set by the API holds.
 */
export const agents = pgTable(
  'agents',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    userId: uuid(),
    key: text().notNull(),
    name: text().notNull(),
    email: text(),
    avatar: text(),
    status: text({ enum: ['online', 'away', 'invisible'] })
      .notNull()
      .default('invisible'),
    presence: text({ enum: ['browser', 'api'] })
      .notNull()
      .default('browser'),
    seenAt: moment(),
    statusSince: moment(),
    lastAssignedAt: moment(),
    capacity: integer().notNull().default(5),
    /** Key of the schedule with this employee's working hours. */
    scheduleKey: text(),
    active: boolean().notNull().default(true),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    unique('agents_key').on(t.accountId, t.key),
    uniqueIndex('agents_user').on(t.accountId, t.userId).where(sql`${t.userId} is not null`),
    foreignKey({
      name: 'agents_user_fk',
      columns: [t.accountId, t.userId],
      foreignColumns: [users.accountId, users.id],
    }),
  ],
);

/** Groups of an agent, and so of the user behind it. */
export const agentGroups = pgTable(
  'agent_groups',
  { accountId: accountId(), agentId: uuid().notNull(), groupId: uuid().notNull() },
  (t) => [
    primaryKey({ columns: [t.accountId, t.agentId, t.groupId] }),
    index('agent_groups_group').on(t.accountId, t.groupId),
    foreignKey({
      name: 'agent_groups_agent',
      columns: [t.accountId, t.agentId],
      foreignColumns: [agents.accountId, agents.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'agent_groups_group_fk',
      columns: [t.accountId, t.groupId],
      foreignColumns: [groups.accountId, groups.id],
    }).onDelete('cascade'),
  ],
);

export const cannedReplies = pgTable(
  'canned_replies',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    shortcut: text().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    /** For everybody; else for whoever made it. */
    shared: boolean().notNull().default(true),
    /** The user who made it. */
    createdBy: uuid(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('canned_replies_shared').on(t.accountId, sql`lower(${t.shortcut})`).where(sql`${t.shared}`),
    uniqueIndex('canned_replies_own')
      .on(t.accountId, t.createdBy, sql`lower(${t.shortcut})`)
      .where(sql`not ${t.shared}`),
  ],
);
