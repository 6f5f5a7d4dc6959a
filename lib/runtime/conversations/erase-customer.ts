import { lockAccount } from '@/db/account-lock';
import { withRetry } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import type { Erasure } from '@/lib/contracts/customer';
import { record } from '@/lib/services/changes/record';
import type { Context } from '@/lib/services/context';
import { readErased, readErasure } from '@/lib/services/customers/erasure-preview';
import { erasureStatements } from '@/lib/services/customers/erasure-statements';
import { readCustomer } from '@/lib/services/customers/read';
import { permit } from '@/lib/services/permit';
import { tellHints } from '../hints';
import { endConversationsOf } from './end-conversations-of';

/** Rounds in which a customer may begin anew while being erased. */
const ROUNDS = 5;

/**
 * Erases a person: running conversations end as always, then everything that was said or names the person is removed,
 * in one transaction that no event and no worker runs beside. The books still add up. Answers what was removed.
 * @throws AppError `forbidden`, `not_found`, `conflict` (`still_writing`)
 */
export async function eraseCustomer(context: Context, idOrKey: string): Promise<Erasure> {
  const { db, actor } = context;
  permit(actor, 'customers.erase');
  const { id } = await readCustomer(db, actor.accountId, idOrKey);
  const before = await readErasure(db, actor.accountId, id);
  for (let round = 0; round < ROUNDS; round++) {
    await endConversationsOf(context, id, 'erasure');
    const erased = await eraseWhenQuiet(context, id);
    if (!erased) continue;
    tellHints(db, [
      ...erased.map((each) => ({ account: actor.accountId, topic: 'conversation', id: each, seq: 0 }) as const),
      { account: actor.accountId, topic: 'customer', id, seq: 0 },
    ]);
    return before;
  }
  throw new AppError('conflict', { reason: 'still_writing' });
}

/** Answers the conversations; undefined when one is running again, and nothing was done. */
function eraseWhenQuiet({ db, actor }: Context, id: string): Promise<string[] | undefined> {
  const { accountId } = actor;
  return withRetry(() =>
    db.transaction(async (tx) => {
      await lockAccount(tx, accountId);
      const { customers, conversations, emails } = await readErased(tx, accountId, id);
      if (conversations.some(({ running }) => running)) return undefined;
      const ids = conversations.map((each) => each.id);
      const alias = `erased:${id}`;
      await tx.pipeline(erasureStatements({ accountId, customers, conversations: ids, emails, alias }));
      await record(tx, actor, {
        ...{ kind: 'customer', id, name: alias, verb: 'erased' },
        after: { conversations: ids.length },
      });
      return ids;
    }),
  );
}
