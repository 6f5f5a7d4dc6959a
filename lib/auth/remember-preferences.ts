'use server';

import { cookies } from 'next/headers';
import { getDatabase } from '@/db/client';
import { LOCALE_COOKIE, TIME_ZONE_COOKIE } from '@/lib/i18n/locale';
import { readAccount } from '@/lib/services/account/read';
import { currentActor } from './current-actor';

const year = 31_536_000;

/** After signing in: the user's language and time zone, else the account's zone, go into this browser's cookies. */
export async function rememberPreferences(): Promise<void> {
  const actor = await currentActor();
  if (!actor) return;
  const account = await readAccount(await getDatabase(), actor.accountId);
  const jar = await cookies();
  const options = { maxAge: year, path: '/', sameSite: 'lax' } as const;
  if (actor.language) jar.set(LOCALE_COOKIE, actor.language, options);
  jar.set(TIME_ZONE_COOKIE, actor.timeZone ?? account.timeZone, options);
}
