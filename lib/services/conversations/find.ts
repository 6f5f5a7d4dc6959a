import type { Queries } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import { notFound } from '@/lib/contracts/app-error';
import { isUuid } from '@/lib/contracts/value';
import { maySeeGroup } from '../permit';

/** Ids of a conversation, found by uuid or by the caller's own id. @throws AppError `not_found`, also for what the actor may not see */
export async function findConversation(
  tx: Queries,
  actor: Actor,
  idOrKey: string,
): Promise<{ id: string; extId: string; groupKey: string | null }> {
  const rows = await tx.query<{ id: string; extId: string; groupKey: string | null }>(
    `select id, ext_id as "extId", group_key as "groupKey" from conversations
      where account_id = $1 and (ext_id = $2 or id = $3::uuid) order by (ext_id = $2) desc limit 1`,
    [actor.accountId, idOrKey, isUuid(idOrKey) ? idOrKey : null],
  );
  const [row] = rows;
  if (!row || !maySeeGroup(actor, row.groupKey)) throw notFound('conversation', idOrKey);
  return row;
}

/**
 * The customer's uuid, found by uuid or by the caller's own id; undefined when there is none. Whoever was merged into
 * another is that one.
 */
export async function findCustomer(tx: Queries, accountId: string, idOrKey: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `select coalesce(merged_into, id) as id from customers
      where account_id = $1 and (ext_id = $2 or id = $3::uuid) order by (ext_id = $2) desc limit 1`,
    [accountId, idOrKey, isUuid(idOrKey) ? idOrKey : null],
  );
  return row?.id;
}

/** The groups whose conversations an agent sees; null for admins and leads, who see all. */
export function visibleGroups(actor: Actor): string | null {
  return actor.role === 'agent' ? JSON.stringify(actor.groups) : null;
}
