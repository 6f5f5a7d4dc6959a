import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accountId, moment } from '../columns';
import { accounts } from './accounts';

export interface StatusFlags {
  requiresResponse: boolean;
  visibleInInbox: boolean;
  openOnNewMessage: boolean;
}

export const statuses = pgTable(
  'statuses',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    class: text({ enum: ['open', 'closed'] }).notNull(),
    colour: text().notNull(),
    flags: jsonb().$type<StatusFlags>().notNull(),
    /** Made with the account; may be renamed, not deleted. */
    system: boolean().notNull().default(false),
    position: integer().notNull().default(0),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    unique('statuses_key').on(t.accountId, t.key),
    uniqueIndex('statuses_name').on(t.accountId, sql`lower(${t.name})`),
  ],
);

export const inboxGroups = pgTable(
  'inbox_groups',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] }), unique('inbox_groups_key').on(t.accountId, t.key)],
);

export const inboxes = pgTable(
  'inboxes',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    inboxGroupId: uuid(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    unique('inboxes_key').on(t.accountId, t.key),
    foreignKey({
      name: 'inboxes_group',
      columns: [t.accountId, t.inboxGroupId],
      foreignColumns: [inboxGroups.accountId, inboxGroups.id],
    }),
  ],
);
