import type { Queries } from '@/db/client';
import { AppError, invalid } from '@/lib/contracts/app-error';
import { isUuid, slug } from '@/lib/contracts/value';

/** Tables whose rows are named by key or uuid. Never a caller's text: it goes into SQL. */
export type KeyedTable =
  | 'groups'
  | 'brands'
  | 'channels'
  | 'agents'
  | 'schedules'
  | 'bots'
  | 'statuses'
  | 'inboxes'
  | 'inbox_groups'
  | 'integrations';

export type Keyed = { id: string; key: string; name: string };

/** The row of this account with that key or uuid. */
export async function findByKey(
  tx: Queries,
  table: KeyedTable,
  accountId: string,
  keyOrId: string,
): Promise<Keyed | undefined> {
  const column = isUuid(keyOrId) ? 'id' : 'key';
  const [row] = await tx.query<Keyed>(
    `select id, key, name from ${table} where account_id = $1 and ${column} = $2${column === 'id' ? '::uuid' : ''}`,
    [accountId, keyOrId],
  );
  return row;
}

const kindOf: Record<KeyedTable, string> = {
  groups: 'group',
  brands: 'brand',
  channels: 'channel',
  agents: 'agent',
  schedules: 'schedule',
  bots: 'bot',
  statuses: 'status',
  inboxes: 'inbox',
  inbox_groups: 'inbox_group',
  integrations: 'integration',
};

/** @throws AppError `not_found` */
export async function requireByKey(tx: Queries, table: KeyedTable, accountId: string, keyOrId: string): Promise<Keyed> {
  const row = await findByKey(tx, table, accountId, keyOrId);
  if (!row) throw new AppError('not_found', { kind: kindOf[table], id: keyOrId.slice(0, 100) });
  return row;
}

/** A thing that the input names at `path`. @throws AppError `invalid` with `unknown_group`, … */
export async function resolveByKey(
  tx: Queries,
  table: KeyedTable,
  accountId: string,
  keyOrId: string,
  path: string,
): Promise<Keyed> {
  const row = await findByKey(tx, table, accountId, keyOrId);
  if (!row) throw invalid(path, `unknown_${kindOf[table]}`, { key: keyOrId });
  return row;
}

/** All of them, in order. @throws AppError `invalid` at the first unknown one */
export async function resolveAll(
  tx: Queries,
  table: KeyedTable,
  accountId: string,
  names: readonly string[],
  path: string,
): Promise<Keyed[]> {
  const found: Keyed[] = [];
  for (const [index, name] of names.entries()) {
    const row = await resolveByKey(tx, table, accountId, name, `${path}[${index}]`);
    if (!found.some(({ id }) => id === row.id)) found.push(row);
  }
  return found;
}

/** The key asked for, or one made from the name. @throws AppError `invalid` with `key_taken` at `key` */
export async function chooseKey(
  tx: Queries,
  table: KeyedTable,
  accountId: string,
  { key, name }: { key?: string; name: string },
): Promise<string> {
  if (key !== undefined) {
    if (await findByKey(tx, table, accountId, key)) throw invalid('key', 'key_taken', { key });
    return key;
  }
  const base = slug(name) || kindOf[table];
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? base : `${base}-${n}`;
    if (!(await findByKey(tx, table, accountId, candidate))) return candidate;
  }
}
