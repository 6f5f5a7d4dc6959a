import { statuses } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { parse } from '@/lib/contracts/issues';
import { type Status, type StatusInput, statusInput } from '@/lib/contracts/status';
import { record } from '../changes/record';
import type { Context } from '../context';
import { chooseKey } from '../find-by-key';
import { permit } from '../permit';
import { healReferences } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { watchTimeAnew } from '../workflows/watch-time';
import { refuseTakenName } from './name';
import { placeStatus } from './place';
import { readStatus } from './read';

/** @throws AppError `forbidden`, `invalid` (`key_taken`, `name_taken`) */
export async function createStatus(context: Context, input: StatusInput): Promise<Status> {
  permit(context.actor, 'organisation.write');
  const { name, key: wanted, class: ofClass, colour = 'grey', position, ...said } = parse(statusInput, input);
  const flags = { requiresResponse: false, visibleInInbox: true, openOnNewMessage: ofClass === 'open', ...said };
  return changeRules(context, async (change) => {
    const { tx, accountId } = change;
    const id = uuidV7();
    const key = await chooseKey(tx, 'statuses', accountId, { key: wanted, name });
    await refuseTakenName(tx, accountId, name);
    await tx.drizzle.insert(statuses).values({ accountId, id, key, name, class: ofClass, colour, flags });
    await placeStatus(tx, accountId, id, position);
    await healReferences(tx, accountId, 'status', key);
    await watchTimeAnew(change);
    const status = await readStatus(tx, accountId, id);
    await record(tx, context.actor, { kind: 'status', id, name, verb: 'created', after: status });
    return status;
  });
}
