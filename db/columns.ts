import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The tenant. Leads every key, so that the schema can be sharded by account. */
export const accountId = () => uuid().notNull();

/**
 * A moment with milliseconds. JavaScript's Date holds no more, and a value that came back truncated
 * would compare unequal to the row it was read from (cursors depend on it).
 */
export const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });

/** Bytes: hashes and small files. */
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
