import { AppError } from '@/lib/contracts/app-error';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { markBroken } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { stored } from './create';
import { readSchedule } from './read';

/**
 * With `force` what names it keeps its name: rules become broken, channels answer as during business hours at any time,
 * agents have no working hours. A schedule made again under the same key is found again.
 * @throws AppError `in_use` with the list, `forbidden`, `not_found`
 */
export async function deleteSchedule(context: Context, keyOrId: string, { force = false } = {}): Promise<void> {
  permit(context.actor, 'schedules.write');
  await changeRules(context, async ({ tx, accountId }) => {
    const { id, key, name } = await requireByKey(tx, 'schedules', accountId, keyOrId);
    const before = await readSchedule(tx, accountId, id);
    const { uses } = before;
    if (uses.length > 0 && !force) throw new AppError('in_use', { kind: 'schedule', count: uses.length }, { uses });
    await tx.query('delete from schedules where account_id = $1 and id = $2', [accountId, id]);
    await markBroken(tx, context.actor, 'schedule', key);
    await record(tx, context.actor, { kind: 'schedule', id, name, verb: 'deleted', before: stored(before) });
  });
}
