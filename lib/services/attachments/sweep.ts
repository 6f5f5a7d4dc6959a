import type { Database } from '@/db/client';

const FILES_AT_ONCE = 200;

/** Deletes files that no message took within a day. Answers how many. */
export async function sweepAttachments(db: Database, now?: Date): Promise<number> {
  let total = 0;
  const accounts = await db.query<{ id: string }>('select id from accounts');
  for (const { id } of accounts) {
    for (let count = FILES_AT_ONCE; count === FILES_AT_ONCE; total += count) {
      const rows = await db.query(
        `delete from attachments where account_id = $1 and id in (select id from attachments where account_id = $1
            and message_seq is null and created_at < coalesce($2::timestamptz, clock_timestamp()) - interval '1 day'
            limit ${FILES_AT_ONCE}) and message_seq is null returning 1 as one`,
        [id, now ?? null],
      );
      count = rows.length;
    }
  }
  return total;
}
