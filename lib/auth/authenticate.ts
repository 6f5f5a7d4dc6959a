import type { Queries } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import { readCookie } from '@/lib/http/cookies';
import type { Actor } from './actor';
import { loadTokenActor } from './api-token';
import { loadUserActor } from './load-actor';
import { readSessionToken, sessionCookieName } from './session-token';

/**
 * Who sent the request, by `Authorization: Bearer` or else the session's cookie.
 * @throws AppError `unauthenticated`, `session_ended`
 */
export async function authenticate(db: Queries, request: Request): Promise<{ actor: Actor; session: boolean }> {
  const bearer = readBearer(request.headers.get('authorization'));
  if (bearer) {
    const actor = await loadTokenActor(db, bearer);
    if (!actor) throw new AppError('unauthenticated');
    return { actor, session: false };
  }
  const cookie = readCookie(request, sessionCookieName());
  if (!cookie) throw new AppError('unauthenticated');
  const session = await readSessionToken(cookie);
  const actor = session && (await loadUserActor(db, session));
  if (!actor) throw new AppError('session_ended');
  return { actor, session: true };
}

/** The token of `Authorization: Bearer`. @throws AppError `unauthenticated` for any other scheme */
export function readBearer(header: string | null): string | undefined {
  if (header === null) return undefined;
  const token = /^Bearer +([\x21-\x7e]{1,512})$/i.exec(header.trim())?.[1];
  if (!token) throw new AppError('unauthenticated');
  return token;
}
