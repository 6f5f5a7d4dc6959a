import { getLocale } from 'next-intl/server';
import type { ShellData } from './shell-props';

/**
 * The one place where the shell meets the session.
 * Stands in until lib/auth/session.ts exports requireSession(), which redirects to /sign-in; it will be called here.
 */
export async function loadShellData(): Promise<ShellData> {
  return {
    account: { name: 'Signalbox' },
    user: { id: 'nobody', name: 'Nobody yet', email: '', role: 'admin', status: 'invisible' },
    counts: { waiting: 0, failed: 0 },
    locale: await getLocale(),
  };
}
