import { and, eq } from 'drizzle-orm';
import { statuses } from '@/db/schema';
import { invalid } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type Status, type StatusChange, statusChange } from '@/lib/contracts/status';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { watchTimeAnew } from '../workflows/watch-time';
import { refuseTakenName } from './name';
import { placeStatus } from './place';
import { readStatus } from './read';

/**
 * What the change leaves out stays. With another class its tickets count as that from then on, and no workflow runs for it.
 * @throws AppError `forbidden`, `not_found`, `invalid` (`name_taken`, `class_of_the_system`)
 */
export async function updateStatus(context: Context, keyOrId: string, input: StatusChange): Promise<Status> {
  permit(context.actor, 'organisation.write');
  const { name, class: ofClass, colour, position, ...said } = parse(statusChange, input);
  return changeRules(context, async (change) => {
    const { tx, accountId } = change;
    const { id, key } = await requireByKey(tx, 'statuses', accountId, keyOrId);
    const before = await readStatus(tx, accountId, id);
    const moves = ofClass !== undefined && ofClass !== before.class;
    if (moves && before.system) throw invalid('class', 'class_of_the_system');
    if (name !== undefined) await refuseTakenName(tx, accountId, name, id);
    const { requiresResponse, visibleInInbox, openOnNewMessage } = { ...before, ...said };
    const flags = { requiresResponse, visibleInInbox, openOnNewMessage };
    await tx.drizzle
      .update(statuses)
      .set({ name, class: ofClass, colour, flags, updatedAt: new Date() })
      .where(and(eq(statuses.accountId, accountId), eq(statuses.id, id)));
    if (position !== undefined) await placeStatus(tx, accountId, id, position);
    if (moves) {
      await tx.query('update conversations set class = $3 where account_id = $1 and status = $2', [
        accountId,
        key,
        ofClass,
      ]);
      await watchTimeAnew(change);
    }
    const after = await readStatus(tx, accountId, id);
    await record(tx, context.actor, { kind: 'status', id, name: after.name, verb: 'updated', before, after });
    return after;
  });
}
