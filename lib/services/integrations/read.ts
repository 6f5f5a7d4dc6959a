import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import { secretsOf } from '@/lib/contracts/connectors/definition';
import { connectorDefinition } from '@/lib/contracts/connectors/registry';
import type { Integration, IntegrationHealth, IntegrationQuery } from '@/lib/contracts/integration';
import { type Page, range } from '@/lib/contracts/list';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso, searchPattern } from '../search-pattern';

type Moments = 'lastSuccessAt' | 'lastErrorAt' | 'lastError' | 'lastDetail' | 'pausedUntil' | 'lastFetchAt';
type State = Partial<Record<Moments, string>> & { problems?: { at: string; code: string }[] };

type Row = Pick<Integration, 'id' | 'key' | 'name' | 'kind' | 'channel' | 'settings' | 'active' | 'version'> & {
  sealed: boolean;
  kept: string[] | null;
  state: State;
  createdAt: Date;
  updatedAt: Date;
};

const columns = `i.id, i.key, i.name, i.kind, c.key as channel, i.settings - 'secrets' as settings, i.secret_encrypted is not null as sealed,
  i.settings -> 'secrets' as kept, i.state, i.active, i.version, i.created_at as "createdAt", i.updated_at as "updatedAt"`;
const from = 'integrations i left join channels c on c.account_id = i.account_id and c.id = i.channel_id';

export async function listIntegrations({ db, actor }: Context, query: IntegrationQuery): Promise<Page<Integration>> {
  permit(actor, 'settings.read');
  const { limit, offset } = range(query);
  const where = `i.account_id = $1 and ($2::text is null or i.name ilike $2 or i.key ilike $2)
    and ($3::text is null or i.kind = $3)`;
  const values = [actor.accountId, searchPattern(query.search), query.kind ?? null];
  const order = query.sort === 'changed' ? 'i.updated_at' : 'lower(i.name)';
  const [count] = await db.query<{ total: number }>(
    `select count(*)::int as total from ${from} where ${where}`,
    values,
  );
  const rows = await db.query<Row>(
    `select ${columns} from ${from} where ${where} order by ${order} ${query.order ?? 'asc'}, i.id limit $4 offset $5`,
    [...values, limit, offset],
  );
  const known = await readKeys(db, actor.accountId);
  return { items: rows.map((row) => present(row, known)), total: count?.total ?? 0 };
}

/** By key or uuid. @throws AppError `not_found` */
export async function getIntegration({ db, actor }: Context, keyOrId: string): Promise<Integration> {
  permit(actor, 'settings.read');
  return readIntegration(db, actor.accountId, keyOrId);
}

/** @throws AppError `not_found` */
export async function readIntegration(tx: Queries, accountId: string, keyOrId: string): Promise<Integration> {
  const condition = isUuid(keyOrId) ? 'i.id = $2::uuid' : 'i.key = $2';
  const [row] = await tx.query<Row>(`select ${columns} from ${from} where i.account_id = $1 and ${condition}`, [
    accountId,
    keyOrId,
  ]);
  if (!row) throw notFound('integration', keyOrId);
  return present(row, await readKeys(tx, accountId));
}

/** Keys that settings may name, by what they are. */
type Keys = Readonly<Record<'inbox' | 'group', readonly string[]>>;

async function readKeys(tx: Queries, accountId: string): Promise<Keys> {
  const [keys] = await tx.query<Keys & Record<string, unknown>>(
    `select array(select key from inboxes where account_id = $1) as inbox, array(select key from groups where account_id = $1) as "group"`,
    [accountId],
  );
  return keys ?? { inbox: [], group: [] };
}

function present({ sealed, kept, state, createdAt, updatedAt, ...row }: Row, keys: Keys): Integration {
  const definition = connectorDefinition(row.kind);
  const names = definition ? secretsOf(definition).map(({ name }) => name) : [];
  return {
    ...row,
    secrets: sealed ? names.filter((name) => kept?.includes(name)) : [],
    health: { ...healthOf(row.active, state), missing: missingOf(row, keys) },
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
  };
}

function missingOf({ kind, settings }: Pick<Row, 'kind' | 'settings'>, keys: Keys): string[] {
  const fields = connectorDefinition(kind)?.fields ?? [];
  return fields.flatMap((field) => {
    const value = field.control === 'reference' ? settings[field.name] : '';
    if (field.control !== 'reference' || typeof value !== 'string' || value === '') return [];
    return keys[field.to].includes(value) ? [] : [field.name];
  });
}

function healthOf(active: boolean, state: State): Omit<IntegrationHealth, 'missing'> {
  const { lastSuccessAt = null, lastErrorAt = null, lastError = null, lastDetail = null, pausedUntil = null } = state;
  const paused = pausedUntil !== null && Date.parse(pausedUntil) > Date.now();
  const tried = lastSuccessAt !== null || lastErrorAt !== null;
  const going = paused ? 'paused' : lastError !== null ? 'failing' : tried ? 'working' : 'unknown';
  const problems = (state.problems ?? []).map(({ at, code }) => ({ at, code }));
  problems.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const { lastFetchAt = null } = state;
  const said = {
    lastFetchAt,
    problems,
    lastSuccessAt,
    lastErrorAt,
    lastError,
    lastDetail,
    pausedUntil: paused ? pausedUntil : null,
  };
  return { state: active ? going : 'inactive', ...said };
}
