import { getLocale } from 'next-intl/server';
import type { ShellData } from '@/components/shell/shell-props';
import { requireSession } from '@/lib/auth/current-actor';
import { shellFigures } from '@/lib/services/session/shell';

/** What the shell shows of the session; sends to the sign-in page when there is none. */
export async function loadShellData(): Promise<ShellData> {
  const context = await requireSession();
  const { account, email, status, waiting, failed } = await shellFigures(context);
  const { id, name, role } = context.actor;
  return {
    account: { name: account },
    user: { id: id ?? '', name, email, role, status },
    counts: { waiting, failed },
    locale: await getLocale(),
  };
}
