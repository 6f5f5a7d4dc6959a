import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { readWebhook } from './read';

/** What it was still to be told is cancelled. @throws AppError `forbidden`, `not_found` */
export async function deleteWebhook(context: Context, id: string): Promise<void> {
  permit(context.actor, 'webhooks.manage');
  await changeRules(context, async ({ tx, accountId }) => {
    const before = await readWebhook(tx, accountId, id);
    await tx.query(
      `update deliveries set state = 'cancelled', done_at = now()
        where account_id = $1 and webhook_id = $2 and state in ('ready', 'leased')`,
      [accountId, before.id],
    );
    await tx.query('delete from webhooks where account_id = $1 and id = $2', [accountId, before.id]);
    await record(tx, context.actor, { kind: 'webhook', id: before.id, name: before.name, verb: 'deleted', before });
  });
}
