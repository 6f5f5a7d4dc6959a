import type { Queries } from '@/db/client';

/** Exactly these inboxes belong to the group; they leave the ones they were in. */
export async function setInboxesOfGroup(
  tx: Queries,
  accountId: string,
  groupId: string,
  inboxIds: readonly string[],
): Promise<void> {
  await tx.query(
    `with wanted as (select value::uuid as id from jsonb_array_elements_text($3::text::jsonb))
    update inboxes set inbox_group_id = case when id in (select id from wanted) then $2::uuid end, updated_at = clock_timestamp()
      where account_id = $1 and (inbox_group_id is not distinct from $2::uuid) <> (id in (select id from wanted))`,
    [accountId, groupId, JSON.stringify(inboxIds)],
  );
}
