import type { Context } from '../context';
import { permit } from '../permit';

export type FailingIntegration = { id: string; name: string; lastError: string };

/** Active integrations whose last attempt failed, by name. */
export async function failingIntegrations({ db, actor }: Context, limit = 5): Promise<FailingIntegration[]> {
  permit(actor, 'settings.read');
  return db.query<FailingIntegration>(
    `select id, name, state ->> 'lastError' as "lastError" from integrations
      where account_id = $1 and active and state ? 'lastError' order by lower(name), id limit $2`,
    [actor.accountId, limit],
  );
}
