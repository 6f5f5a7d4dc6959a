import { inboxGroups } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { type InboxGroup, type InboxGroupInput, inboxGroupInput } from '@/lib/contracts/inbox';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { chooseKey, resolveAll } from '../find-by-key';
import { permit } from '../permit';
import { healReferences } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { setInboxesOfGroup } from './members';
import { readInboxGroup } from './read';

/** @throws AppError `forbidden`, `invalid` (`key_taken`, `unknown_inbox`) */
export async function createInboxGroup(context: Context, input: InboxGroupInput): Promise<InboxGroup> {
  permit(context.actor, 'organisation.write');
  const { name, key: wanted, inboxes = [] } = parse(inboxGroupInput, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const id = uuidV7();
    const key = await chooseKey(tx, 'inbox_groups', accountId, { key: wanted, name });
    const members = await resolveAll(tx, 'inboxes', accountId, inboxes, 'inboxes');
    await tx.drizzle.insert(inboxGroups).values({ accountId, id, key, name });
    await setInboxesOfGroup(
      tx,
      accountId,
      id,
      members.map((inbox) => inbox.id),
    );
    await healReferences(tx, accountId, 'inbox_group', key);
    const group = await readInboxGroup(tx, accountId, id);
    await record(tx, context.actor, { kind: 'inbox_group', id, name, verb: 'created', after: group });
    return group;
  });
}
