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
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accountId, bytea, moment } from '../columns';
import { accounts } from './accounts';
import { groups } from './team';

export const brands = pgTable(
  'brands',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    active: boolean().notNull().default(true),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] }), unique('brands_key').on(t.accountId, t.key)],
);

export const channels = pgTable(
  'channels',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    kind: text({ enum: ['web', 'mobile', 'api', 'social', 'email', 'marketplace'] }).notNull(),
    brandId: uuid().notNull(),
    defaultGroupId: uuid(),
    /** Colour, logo, position, origins, language, default responses … */
    settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    active: boolean().notNull().default(true),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    unique('channels_key').on(t.accountId, t.key),
    foreignKey({
      name: 'channels_brand',
      columns: [t.accountId, t.brandId],
      foreignColumns: [brands.accountId, brands.id],
    }),
    foreignKey({
      name: 'channels_default_group',
      columns: [t.accountId, t.defaultGroupId],
      foreignColumns: [groups.accountId, groups.id],
    }),
  ],
);

/** Keys that sign end users' JWTs. */
export const channelKeys = pgTable(
  'channel_keys',
  {
    accountId: accountId(),
    id: uuid().notNull(),
    channelId: uuid().notNull(),
    name: text().notNull(),
    secretEncrypted: text().notNull(),
    active: boolean().notNull().default(true),
    lastUsedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'channel_keys_channel',
      columns: [t.accountId, t.channelId],
      foreignColumns: [channels.accountId, channels.id],
    }).onDelete('cascade'),
  ],
);

/** Uploaded logos, small and public. Those that no channel shows any more go with the next upload. */
export const channelLogos = pgTable(
  'channel_logos',
  {
    accountId: accountId(),
    channelId: uuid().notNull(),
    /** SHA-256 of the bytes in hexadecimal: its public name. */
    digest: text().notNull(),
    mediaType: text().notNull(),
    bytes: bytea().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.channelId, t.digest] }),
    index('channel_logos_digest').on(t.digest),
    foreignKey({
      name: 'channel_logos_channel',
      columns: [t.accountId, t.channelId],
      foreignColumns: [channels.accountId, channels.id],
    }).onDelete('cascade'),
  ],
);

/** Sites that loaded a channel's widget, for "seen on your site": the origin, and whether the channel allows it. */
export const channelSightings = pgTable(
  'channel_sightings',
  {
    accountId: accountId(),
    channelId: uuid().notNull(),
    /** As in the Origin header: `https://shop.example.com`. */
    origin: text().notNull(),
    allowed: boolean().notNull(),
    firstSeenAt: moment().notNull(),
    seenAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.channelId, t.origin] }),
    foreignKey({
      name: 'channel_sightings_channel',
      columns: [t.accountId, t.channelId],
      foreignColumns: [channels.accountId, channels.id],
    }).onDelete('cascade'),
  ],
);

export const schedules = pgTable(
  'schedules',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    timeZone: text().notNull(),
    intervals: jsonb().$type<unknown[]>().notNull().default([]),
    holidays: jsonb().$type<unknown[]>().notNull().default([]),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    unique('schedules_key').on(t.accountId, t.key),
    uniqueIndex('schedules_name').on(t.accountId, sql`lower(${t.name})`),
  ],
);

export const bots = pgTable(
  'bots',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    avatar: text(),
    greeting: text().notNull().default(''),
    fallback: text().notNull().default(''),
    language: text().notNull().default('en'),
    answers: jsonb().$type<unknown[]>().notNull().default([]),
    /** Greeting and fallback by language, and the choice that calls humans. */
    settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    active: boolean().notNull().default(true),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] }), unique('bots_key').on(t.accountId, t.key)],
);

/** Where a bot is published, and whether the channel uses it. At most one bot of a channel is in use. */
export const botChannels = pgTable(
  'bot_channels',
  {
    accountId: accountId(),
    botId: uuid().notNull(),
    channelId: uuid().notNull(),
    inUse: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.botId, t.channelId] }),
    uniqueIndex('bot_channels_in_use').on(t.accountId, t.channelId).where(sql`${t.inUse}`),
    foreignKey({
      name: 'bot_channels_bot',
      columns: [t.accountId, t.botId],
      foreignColumns: [bots.accountId, bots.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'bot_channels_channel',
      columns: [t.accountId, t.channelId],
      foreignColumns: [channels.accountId, channels.id],
    }).onDelete('cascade'),
  ],
);

/** One connected instance of a channel kind: a mailbox, a marketplace account, Base, a language model. */
export const integrations = pgTable(
  'integrations',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    kind: text().notNull(),
    channelId: uuid(),
    settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    secretEncrypted: text(),
    /** What the connector remembers between runs: last success and error, back-off, position in a mailbox. */
    state: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    active: boolean().notNull().default(true),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    unique('integrations_key').on(t.accountId, t.key),
    foreignKey({
      name: 'integrations_channel',
      columns: [t.accountId, t.channelId],
      foreignColumns: [channels.accountId, channels.id],
    }),
  ],
);

export const webhooks = pgTable(
  'webhooks',
  {
    accountId: accountId().references(() => accounts.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    name: text().notNull(),
    url: text().notNull(),
    secretEncrypted: text().notNull(),
    events: text().array().notNull().default(sql`'{}'::text[]`),
    active: boolean().notNull().default(true),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] })],
);

/** Sessions of the widget: a browser's token stands for one customer on one channel. */
export const widgetSessions = pgTable(
  'widget_sessions',
  {
    accountId: accountId(),
    id: uuid().notNull(),
    tokenHash: text().notNull(),
    channelKey: text().notNull(),
    customerId: uuid().notNull(),
    language: text(),
    page: jsonb().$type<Record<string, unknown>>(),
    seenAt: moment().notNull(),
    expiresAt: moment().notNull(),
    endedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('widget_sessions_token').on(t.tokenHash),
    index('widget_sessions_customer').on(t.accountId, t.customerId),
  ],
);
