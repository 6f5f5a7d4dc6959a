import { withRetry } from '@/db/client';
import type { CustomerDetail } from '@/lib/contracts/customer';
import { record } from '@/lib/services/changes/record';
import type { Context } from '@/lib/services/context';
import { mergeCustomers } from '@/lib/services/customers/merge';
import { readPair } from '@/lib/services/customers/merge-preview';
import { readCustomer } from '@/lib/services/customers/read';
import { permit } from '@/lib/services/permit';
import { tellHints } from '../hints';

/**
 * Merges an anonymous customer into an identified one, by hand. Answers the one that remains.
 * @throws AppError `forbidden`, `not_found`, `conflict` (`not_anonymous`, `same_customer`), `invalid` at `into`
 */
export async function mergeByHand(
  context: Context,
  idOrKey: string,
  { into }: { into: string },
): Promise<CustomerDetail> {
  const { db, actor } = context;
  const { accountId } = actor;
  permit(actor, 'customers.merge');
  const { customer, conversations } = await withRetry(() =>
    db.transaction(async (tx) => {
      const pair = await readPair(tx, accountId, idOrKey, into);
      const { conversations } = await mergeCustomers(tx, accountId, { from: pair.from.id, into: pair.into.id });
      const customer = await readCustomer(tx, accountId, pair.into.id);
      await record(tx, actor, {
        ...{ kind: 'customer', id: customer.id, name: customer.name ?? customer.key, verb: 'merged' },
        after: { from: pair.from.key, conversations: conversations.length },
      });
      return { customer, conversations };
    }),
  );
  tellHints(db, [
    ...conversations.map((id) => ({ account: accountId, topic: 'conversation', id, seq: 0 }) as const),
    { account: accountId, topic: 'customer', id: customer.id, seq: 0 },
  ]);
  return customer;
}
