import { accountLockShared } from '@/db/account-lock';
import { withRetry } from '@/db/client';
import { type CustomerChange, type CustomerDetail, customerChange } from '@/lib/contracts/customer';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { readCustomer } from './read';

/**
 * What the change leaves out stays. An address that changes counts as not verified.
 * @throws AppError `forbidden`, `not_found`, `invalid`
 */
export async function updateCustomer(
  { db, actor }: Context,
  idOrKey: string,
  input: CustomerChange,
): Promise<CustomerDetail> {
  permit(actor, 'customers.write');
  const change = parse(customerChange, input);
  const { accountId } = actor;
  return withRetry(() =>
    db.transaction(async (tx) => {
      const lock = accountLockShared(accountId);
      await tx.query(lock.sql, lock.params);
      const { id } = await readCustomer(tx, accountId, idOrKey);
      // Events change the same row: what they wrote until now is read after the lock.
      await tx.query('select 1 from customers where account_id = $1 and id = $2 for no key update', [accountId, id]);
      const before = await readCustomer(tx, accountId, id);
      const { name = before.name, email = before.email, language = before.language, tags = before.tags } = change;
      const verified = before.emailVerified && email?.toLowerCase() === before.email?.toLowerCase();
      await tx.query(
        `update customers set name = $3, email = $4, email_verified = $5, language = $6, tags = $7::text[]
          where account_id = $1 and id = $2`,
        [accountId, id, name, email, verified, language, [...new Set(tags)]],
      );
      const after = await readCustomer(tx, accountId, id);
      await record(tx, actor, { kind: 'customer', id, name: after.name ?? after.key, verb: 'updated', before, after });
      return after;
    }),
  );
}
