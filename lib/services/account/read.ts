import type { Queries } from '@/db/client';
import { type Account, type AccountSettings, accountSettingDefaults, accountSettings } from '@/lib/contracts/account';
import { notFound } from '@/lib/contracts/app-error';
import type { Context } from '../context';
import { permit } from '../permit';

type Row = Omit<Account, 'settings'> & { settings: Record<string, unknown> };

export async function getAccount({ db, actor }: Context): Promise<Account> {
  permit(actor, 'settings.read');
  return readAccount(db, actor.accountId);
}

export async function readAccount(tx: Queries, accountId: string): Promise<Account> {
  const [row] = await tx.query<Row>(
    'select id, key, name, language, time_zone as "timeZone", settings from accounts where id = $1',
    [accountId],
  );
  if (!row) throw notFound('account', accountId);
  return { ...row, settings: withDefaults(row.settings) };
}

/** Settings as they count; what is stored and no longer understood is as if absent. */
function withDefaults(stored: Record<string, unknown>): AccountSettings {
  const known = Object.entries(accountSettings.shape).flatMap(([name, schema]) => {
    const result = schema.safeParse(stored[name]);
    return result.success ? [[name, result.data]] : [];
  });
  return { ...accountSettingDefaults, ...Object.fromEntries(known) };
}
