import { lockAccount } from '@/db/account-lock';
import type { Database } from '@/db/client';
import { withRetry } from '@/db/retry';
import { uuidV7 } from '@/db/uuid-v7';
import { chooseKey } from '../find-by-key';
import { bumpRuleSet } from '../rules/change-rules';

/** Key of the account's channel for e-mail, which is made with its first mail. */
export async function ensureEmailChannel(database: Database, accountId: string): Promise<string> {
  const known = await findEmailChannel(database, accountId);
  return known ?? withRetry(() => makeEmailChannel(database, accountId));
}

async function findEmailChannel(db: Pick<Database, 'query'>, accountId: string): Promise<string | undefined> {
  const [row] = await db.query<{ key: string }>(
    `select key from channels where account_id = $1 and kind = 'email' order by active desc, created_at, id limit 1`,
    [accountId],
  );
  return row?.key;
}

function makeEmailChannel(database: Database, accountId: string): Promise<string> {
  return database.transaction(async (tx) => {
    await lockAccount(tx, accountId);
    const known = await findEmailChannel(tx, accountId);
    if (known) return known;
    const key = await chooseKey(tx, 'channels', accountId, { key: undefined, name: 'E-mail' });
    await tx.query(
      `insert into channels (account_id, id, key, name, kind, brand_id, default_group_id)
        select $1, $2, $3, 'E-mail', 'email', b.id, (select id from groups where account_id = $1 order by created_at, id limit 1)
        from brands b where b.account_id = $1 order by b.active desc, b.created_at, b.id limit 1`,
      [accountId, uuidV7(), key],
    );
    await bumpRuleSet(tx, accountId);
    return key;
  });
}
