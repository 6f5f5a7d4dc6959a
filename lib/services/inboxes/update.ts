import { and, eq } from 'drizzle-orm';
import { inboxes } from '@/db/schema';
import { type Inbox, type InboxChange, inboxChange } from '@/lib/contracts/inbox';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey, resolveByKey } from '../find-by-key';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { readInbox } from './read';

/** What the change leaves out stays. @throws AppError `forbidden`, `not_found`, `invalid` */
export async function updateInbox(context: Context, keyOrId: string, input: InboxChange): Promise<Inbox> {
  permit(context.actor, 'organisation.write');
  const { name, group } = parse(inboxChange, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const { id } = await requireByKey(tx, 'inboxes', accountId, keyOrId);
    const before = await readInbox(tx, accountId, id);
    const inGroup = group ? (await resolveByKey(tx, 'inbox_groups', accountId, group, 'group')).id : group;
    await tx.drizzle
      .update(inboxes)
      .set({ name, inboxGroupId: inGroup, updatedAt: new Date() })
      .where(and(eq(inboxes.accountId, accountId), eq(inboxes.id, id)));
    const after = await readInbox(tx, accountId, id);
    await record(tx, context.actor, { kind: 'inbox', id, name: after.name, verb: 'updated', before, after });
    return after;
  });
}
