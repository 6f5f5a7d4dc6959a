import { inboxes } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { type Inbox, type InboxInput, inboxInput } from '@/lib/contracts/inbox';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { chooseKey, resolveByKey } from '../find-by-key';
import { permit } from '../permit';
import { healReferences } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { readInbox } from './read';

/** @throws AppError `forbidden`, `invalid` (`key_taken`, `unknown_inbox_group`) */
export async function createInbox(context: Context, input: InboxInput): Promise<Inbox> {
  permit(context.actor, 'organisation.write');
  const { name, key: wanted, group = null } = parse(inboxInput, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const id = uuidV7();
    const key = await chooseKey(tx, 'inboxes', accountId, { key: wanted, name });
    const inGroup = group === null ? null : await resolveByKey(tx, 'inbox_groups', accountId, group, 'group');
    await tx.drizzle.insert(inboxes).values({ accountId, id, key, name, inboxGroupId: inGroup?.id ?? null });
    await healReferences(tx, accountId, 'inbox', key);
    const inbox = await readInbox(tx, accountId, id);
    await record(tx, context.actor, { kind: 'inbox', id, name, verb: 'created', after: inbox });
    return inbox;
  });
}
