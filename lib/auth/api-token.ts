import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Queries } from '@/db/client';
import type { Role } from '@/lib/contracts/value';
import { environment } from '@/lib/environment';
import type { Actor } from './actor';
import { systemActor } from './actor';

/** A new token: shown once, stored as its hash. */
export function makeToken(): { token: string; hash: string; prefix: string } {
  const token = `sbx_${randomBytes(32).toString('base64url')}`;
  return { token, hash: hashToken(token), prefix: token.slice(0, 8) };
}

/** Tokens are long and random: a plain hash is enough, and can be looked up. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * The actor of a bearer token; undefined when unknown, revoked or expired. What was found is good for a second in this
 * process, so that a stream of single events does not pay a query for each: a token revoked elsewhere ends that much later.
 */
export async function loadTokenActor(db: Queries, token: string): Promise<Actor | undefined> {
  const hash = hashToken(token);
  const known = recent(db).get(hash);
  if (known && performance.now() < known.until) return known.actor;
  const found = isEnvironmentToken(hash) ? await environmentActor(db) : await readActor(db, hash);
  if (found) remember(db, hash, found);
  return found?.actor;
}

/** Asks the database again about every token. */
export function forgetTokens(): void {
  holder[found] = new WeakMap();
}

const RECENT_MILLISECONDS = 1_000;
const MOST_RECENT = 1_000;

/** On globalThis, since routes may be bundled separately. */
const found = Symbol.for('signalbox.tokens');
const holder = globalThis as { [found]?: WeakMap<Queries, Map<string, Found>> };
type Found = { readonly actor: Actor; readonly until: number };
/** `left`: milliseconds until the token expires. */
type Read = { readonly actor: Actor; readonly left: number };

function recent(db: Queries): Map<string, Found> {
  holder[found] ??= new WeakMap();
  const known = holder[found].get(db) ?? new Map<string, Found>();
  holder[found].set(db, known);
  return known;
}

function remember(db: Queries, hash: string, { actor, left }: Read): void {
  const known = recent(db);
  if (known.size >= MOST_RECENT) known.clear();
  known.set(hash, { actor, until: performance.now() + Math.min(RECENT_MILLISECONDS, left) });
}

async function readActor(db: Queries, hash: string): Promise<Read | undefined> {
  const [row] = await db.query<{ accountId: string; id: string; name: string; role: Role; left: number | null }>(
    `select account_id as "accountId", id, name, role, (extract(epoch from expires_at - now()) * 1000)::float8 as left
      from api_tokens
      where hash = $1 and (expires_at is null or expires_at > now())`,
    [hash],
  );
  if (!row) return undefined;
  await noteUse(db, row.accountId, row.id);
  const actor = systemActor(row.accountId, row.name);
  return {
    actor: { ...actor, kind: 'token', id: row.id, role: row.role, maySuspend: false },
    left: row.left ?? Number.POSITIVE_INFINITY,
  };
}

/** To the minute, so that a busy token does not write with every request. */
async function noteUse(db: Queries, accountId: string, id: string): Promise<void> {
  await db.query(
    `update api_tokens set last_used_at = now() where account_id = $1 and id = $2
        and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
    [accountId, id],
  );
}

function isEnvironmentToken(hash: string): boolean {
  const expected = environment().apiToken;
  if (!expected) return false;
  return timingSafeEqual(Buffer.from(hash), Buffer.from(hashToken(expected)));
}

async function environmentActor(db: Queries): Promise<Read | undefined> {
  const [first] = await db.query<{ id: string }>('select id from accounts order by created_at, id limit 1');
  if (!first) return undefined;
  const actor: Actor = { ...systemActor(first.id, 'SIGNALBOX_API_TOKEN'), kind: 'token', id: 'environment' };
  return { actor, left: Number.POSITIVE_INFINITY };
}
