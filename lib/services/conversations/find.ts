import type { Queries } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import { notFound } from '@/lib/contracts/app-error';
import { isUuid } from '@/lib/contracts/value';
import { maySeeConversation } from '../permit';

type FoundConversation = { id: string; extId: string; groupKey: string | null; assigneeKey: string | null };

/** Ids of a conversation, found by uuid or by the caller's own id. @throws AppError `not_found`, also for what the actor may not see */
export async function findConversation(tx: Queries, actor: Actor, idOrKey: string): Promise<FoundConversation> {
  const rows = await tx.query<FoundConversation>(
    `select id, ext_id as "extId", group_key as "groupKey", assignee_key as "assigneeKey" from conversations
      where account_id = $1 and (ext_id = $2 or id = $3::uuid) order by (ext_id = $2) desc limit 1`,
    [actor.accountId, idOrKey, isUuid(idOrKey) ? idOrKey : null],
  );
  const [row] = rows;
  if (!row || !maySeeConversation(actor, row)) throw notFound('conversation', idOrKey);
  return row;
}

/**
 * The customer's uuid, found by uuid or by the caller's own id; undefined when there is none, and for one who was
 * erased. Whoever was merged into another is that one.
 */
export async function findCustomer(tx: Queries, accountId: string, idOrKey: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `select coalesce(merged_into, id) as id from customers
      where account_id = $1 and (ext_id = $2 or id = $3::uuid) and erased_at is null order by (ext_id = $2) desc limit 1`,
    [accountId, idOrKey, isUuid(idOrKey) ? idOrKey : null],
  );
  return row?.id;
}

/** What conversations the actor sees, as the parameter that `visible` asks; null for admins and leads, who see all. */
export function visibleTo({ role, groups, agent }: Actor): string | null {
  return role === 'agent' ? JSON.stringify({ groups, agent: agent?.key ?? null }) : null;
}

/**
 * The SQL of `maySeeConversation`: of the actor's groups, of no group, or the actor's own.
 * @param parameter number of the parameter that holds `visibleTo`
 * @param alias of conversations
 */
export function visible(parameter: number, alias = 'c'): string {
  return `($${parameter}::text is null or ${alias}.group_key is null
    or ${alias}.group_key in (select jsonb_array_elements_text($${parameter}::text::jsonb -> 'groups'))
    or ${alias}.assignee_key = $${parameter}::text::jsonb ->> 'agent')`;
}
