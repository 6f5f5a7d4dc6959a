import type { Queries } from '@/db/client';
import type { Family } from '@/lib/engine/value';

/** The place after the last rule of the family. The caller holds the account's lock. */
export async function nextPosition(tx: Queries, accountId: string, family: Family): Promise<number> {
  const [row] = await tx.query<{ next: number }>(
    'select coalesce(max(position), 0)::int + 1 as next from rules where account_id = $1 and family = $2 and deleted_at is null',
    [accountId, family],
  );
  return row?.next ?? 1;
}
