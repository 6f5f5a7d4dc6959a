import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
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

export const accounts = pgTable(
  'accounts',
  {
    id: uuid().primaryKey(),
    key: text().notNull(),
    name: text().notNull(),
    language: text({ enum: ['en', 'fr'] })
      .notNull()
      .default('en'),
    timeZone: text().notNull().default('UTC'),
    settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [uniqueIndex('accounts_key').on(t.key)],
);

export const users = pgTable(
  'users',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    email: text().notNull(),
    name: text().notNull(),
    /** scrypt; null until the invitation is accepted, or when only OIDC is used. */
    passwordHash: text(),
    role: text({ enum: ['admin', 'lead', 'agent'] }).notNull(),
    active: boolean().notNull().default(true),
    /** Maintained by every password change and deactivation; sessions of an older version end. */
    sessionVersion: integer().notNull().default(1),
    maySuspend: boolean().notNull().default(false),
    locale: text({ enum: ['en', 'fr'] }),
    timeZone: text(),
    preferences: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    oidcSubject: text(),
    inviteTokenHash: text(),
    inviteExpiresAt: moment(),
    lastSignedInAt: moment(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('users_email').on(t.accountId, sql`lower(${t.email})`),
    // Sign-in and invitations know no account yet.
    index('users_sign_in').on(sql`lower(${t.email})`),
    uniqueIndex('users_invitation').on(t.inviteTokenHash).where(sql`${t.inviteTokenHash} is not null`),
  ],
);

/** Throttle of sign-in; no account is known at that moment. `key` is a hash of address or e-mail. */
export const signInAttempts = pgTable('sign_in_attempts', {
  key: text().primaryKey(),
  failures: integer().notNull().default(0),
  firstAt: moment().notNull(),
  lockedUntil: moment(),
});

export const apiTokens = pgTable(
  'api_tokens',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    name: text().notNull(),
    /** SHA-256 of the token in hex; the token itself is shown once. */
    hash: text().notNull(),
    /** First characters, to tell tokens apart in the list. */
    prefix: text().notNull(),
    role: text({ enum: ['admin', 'lead', 'agent'] }).notNull(),
    createdBy: uuid(),
    expiresAt: moment(),
    lastUsedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('api_tokens_hash').on(t.hash),
    foreignKey({
      name: 'api_tokens_creator',
      columns: [t.accountId, t.createdBy],
      foreignColumns: [users.accountId, users.id],
    }),
  ],
);

/** Change history: who changed what, written in the transaction of the change. */
export const changes = pgTable(
  'changes',
  {
    accountId: accountId(),
    /** uuid v7: the order of the list. */
    id: uuid().notNull(),
    at: moment().notNull(),
    actorKind: text({ enum: ['user', 'token', 'system'] }).notNull(),
    actorId: text(),
    actorName: text().notNull(),
    entityKind: text().notNull(),
    entityId: text().notNull(),
    entityName: text().notNull(),
    verb: text().notNull(),
    before: jsonb().$type<unknown>(),
    after: jsonb().$type<unknown>(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('changes_entity').on(t.accountId, t.entityKind, t.entityId, t.id),
  ],
);
