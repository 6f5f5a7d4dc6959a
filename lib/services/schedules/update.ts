import { and, eq } from 'drizzle-orm';
import { schedules } from '@/db/schema';
import { AppError } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type Schedule, type ScheduleChange, scheduleChange } from '@/lib/contracts/schedule';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { stored } from './create';
import { inOrder } from './in-order';
import { refuseTakenName } from './name';
import { readSchedule } from './read';

/**
 * What the change leaves out stays.
 * @throws AppError `forbidden`, `not_found`, `stale_version`, `name_taken`, `invalid`
 */
export async function updateSchedule(
  context: Context,
  keyOrId: string,
  input: ScheduleChange,
  ifMatch?: number,
): Promise<Schedule> {
  permit(context.actor, 'schedules.write');
  const { version, ...change } = parse(scheduleChange, input);
  const expected = ifMatch ?? version;
  return changeRules(context, async ({ tx, accountId }) => {
    const { id } = await requireByKey(tx, 'schedules', accountId, keyOrId);
    const before = await readSchedule(tx, accountId, id);
    if (expected !== undefined && expected !== before.version) {
      const current = { expected, current: before.version };
      throw new AppError('stale_version', current, { currentVersion: before.version });
    }
    if (change.name !== undefined) await refuseTakenName(tx, accountId, { id, name: change.name });
    await tx.drizzle
      .update(schedules)
      .set({ ...inOrder(change), version: before.version + 1, updatedAt: new Date() })
      .where(and(eq(schedules.accountId, accountId), eq(schedules.id, id)));
    const after = await readSchedule(tx, accountId, id);
    await record(tx, context.actor, {
      ...{ kind: 'schedule', id, name: after.name, verb: 'updated', before: stored(before), after: stored(after) },
    });
    return after;
  });
}
