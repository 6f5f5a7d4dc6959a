import { AppError } from '@/lib/contracts/app-error';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { markBroken } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { told } from './create';
import { readBot } from './read';

/**
 * With `force` channels that it answered first on get their own response back, and rules that name it become broken.
 * Conversations it is in the middle of go to humans at the customer's next message.
 * @throws AppError `in_use` with the list, `forbidden`, `not_found`
 */
export async function deleteBot(context: Context, keyOrId: string, { force = false } = {}): Promise<void> {
  permit(context.actor, 'bots.write');
  await changeRules(context, async ({ tx, accountId }) => {
    const { id, key, name } = await requireByKey(tx, 'bots', accountId, keyOrId);
    const before = await readBot(tx, accountId, id);
    const { uses } = before;
    if (uses.length > 0 && !force) throw new AppError('in_use', { kind: 'bot', count: uses.length }, { uses });
    await tx.query('delete from bots where account_id = $1 and id = $2', [accountId, id]);
    await markBroken(tx, context.actor, 'bot', key);
    await record(tx, context.actor, { kind: 'bot', id, name, verb: 'deleted', before: told(before) });
  });
}
