import { and, eq } from 'drizzle-orm';
import { inboxGroups } from '@/db/schema';
import { type InboxGroup, type InboxGroupChange, inboxGroupChange } from '@/lib/contracts/inbox';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey, resolveAll } from '../find-by-key';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { setInboxesOfGroup } from './members';
import { readInboxGroup } from './read';

/** What the change leaves out stays. @throws AppError `forbidden`, `not_found`, `invalid` */
export async function updateInboxGroup(
  context: Context,
  keyOrId: string,
  input: InboxGroupChange,
): Promise<InboxGroup> {
  permit(context.actor, 'organisation.write');
  const { name, inboxes } = parse(inboxGroupChange, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const { id } = await requireByKey(tx, 'inbox_groups', accountId, keyOrId);
    const before = await readInboxGroup(tx, accountId, id);
    await tx.drizzle
      .update(inboxGroups)
      .set({ name, updatedAt: new Date() })
      .where(and(eq(inboxGroups.accountId, accountId), eq(inboxGroups.id, id)));
    if (inboxes) {
      const members = await resolveAll(tx, 'inboxes', accountId, inboxes, 'inboxes');
      await setInboxesOfGroup(
        tx,
        accountId,
        id,
        members.map((inbox) => inbox.id),
      );
    }
    const after = await readInboxGroup(tx, accountId, id);
    await record(tx, context.actor, { kind: 'inbox_group', id, name: after.name, verb: 'updated', before, after });
    return after;
  });
}
