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

/** The actor of a bearer token; undefined when unknown, revoked or expired. */
export async function loadTokenActor(db: Queries, token: string): Promise<Actor | undefined> {
  if (isEnvironmentToken(token)) return environmentActor(db);
  const [row] = await db.query<{ accountId: string; id: string; name: string; role: Role }>(
    `select account_id as "accountId", id, name, role from api_tokens
      where hash = $1 and (expires_at is null or expires_at > now())`,
    [hashToken(token)],
  );
  if (!row) return undefined;
  await noteUse(db, row.accountId, row.id);
  return { ...systemActor(row.accountId, row.name), kind: 'token', id: row.id, role: row.role, maySuspend: false };
}

/** To the minute, so that a busy token does not write with every request. */
async function noteUse(db: Queries, accountId: string, id: string): Promise<void> {
  await db.query(
    `update api_tokens set last_used_at = now() where account_id = $1 and id = $2
        and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
    [accountId, id],
  );
}

function isEnvironmentToken(token: string): boolean {
  const expected = environment().apiToken;
  if (!expected) return false;
  return timingSafeEqual(Buffer.from(hashToken(token)), Buffer.from(hashToken(expected)));
}

async function environmentActor(db: Queries): Promise<Actor | undefined> {
  const [first] = await db.query<{ id: string }>('select id from accounts order by created_at, id limit 1');
  if (!first) return undefined;
  return { ...systemActor(first.id, 'SIGNALBOX_API_TOKEN'), kind: 'token', id: 'environment' };
}
