import { decode } from 'next-auth/jwt';
import { environment } from '@/lib/environment';

/** What the cookie holds: who, and of which session version. Role and state are read per request. */
export type SessionToken = { accountId: string; userId: string; sessionVersion: number };

/** Seconds. */
export const sessionLifetime = 7 * 24 * 3600;

export function isSecureSite(): boolean {
  return environment().url.startsWith('https://');
}

export function sessionCookieName(): string {
  return isSecureSite() ? '__Secure-signalbox-session' : 'signalbox-session';
}

/** @throws Error when the process was not prepared (`lib/prepare-environment.ts`) */
export function sessionSecret(): string {
  const secret = process.env.SIGNALBOX_SECRET?.trim() || environment().secret;
  if (!secret) throw new Error('SIGNALBOX_SECRET is not set');
  return secret;
}

/** Undefined when the cookie is absent, forged, of another secret or expired. */
export async function readSessionToken(cookie: string | undefined): Promise<SessionToken | undefined> {
  if (!cookie) return undefined;
  try {
    const payload = await decode({ token: cookie, secret: sessionSecret() });
    const { accountId, userId, sessionVersion } = payload ?? {};
    if (typeof accountId !== 'string' || typeof userId !== 'string' || typeof sessionVersion !== 'number')
      return undefined;
    return { accountId, userId, sessionVersion };
  } catch {
    return undefined;
  }
}
