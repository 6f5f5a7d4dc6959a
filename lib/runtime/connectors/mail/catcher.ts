import type { Database } from '@/db/client';
import { environment } from '@/lib/environment';
import type { Connection } from '../connector';

/** Stands in while an account has never connected a mailbox: what would have been sent is kept to be looked at. */
export async function catcher(database: Database, accountId: string): Promise<Connection | undefined> {
  const [account] = await database.query<{ name: string; connected: boolean }>(
    `select name, exists (select 1 from integrations where account_id = $1 and kind = 'mail') as connected
      from accounts where id = $1`,
    [accountId],
  );
  if (!account || account.connected) return undefined;
  const address = `support@${new URL(environment().url).hostname}`;
  const settings = { address, senderName: account.name };
  return { database, accountId, integrationId: '', kind: 'mail', settings, secrets: {}, allowPrivate: false };
}
