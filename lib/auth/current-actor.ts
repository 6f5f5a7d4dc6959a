import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { getDatabase } from '@/db/client';
import type { Context } from '@/lib/services/context';
import type { Actor } from './actor';
import { loadUserActor } from './load-actor';
import { readSessionToken, sessionCookieName } from './session-token';

/** Who looks at this page; undefined when nobody is signed in. Read once per request. */
export const currentActor = cache(async (): Promise<Actor | undefined> => {
  const jar = await cookies();
  const session = await readSessionToken(jar.get(sessionCookieName())?.value);
  return session && loadUserActor(await getDatabase(), session);
});

/** For pages: what services want first. Sends to the sign-in page and back when nobody is signed in. */
export async function requireSession(): Promise<Context> {
  const actor = await currentActor();
  if (actor) return { db: await getDatabase(), actor };
  const from = (await headers()).get('x-signalbox-path');
  redirect(from && from !== '/' ? `/sign-in?from=${encodeURIComponent(from)}` : '/sign-in');
}
