import { signIn } from 'next-auth/react';
import { rememberPreferences } from '@/lib/auth/remember-preferences';

/** Why signing in failed; `seconds` until the next try when there were too many. */
export type Refusal = { code: 'wrong_credentials' | 'rate_limited' | 'unavailable'; seconds: number };

/** Signs in and takes over the user's language and time zone. Undefined when it worked. */
export async function enter(email: string, password: string): Promise<Refusal | undefined> {
  const result = await signIn('credentials', { redirect: false, email, password }).catch(() => undefined);
  if (result?.ok && !result.error) {
    await rememberPreferences();
    return undefined;
  }
  const [code, seconds] = (result?.error ?? 'unavailable').split(':');
  if (code === 'rate_limited') return { code, seconds: Number(seconds) };
  return { code: code === 'wrong_credentials' ? code : 'unavailable', seconds: 0 };
}
