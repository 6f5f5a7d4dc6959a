import type { Queries } from '@/db/client';
import { AppError, invalid } from '@/lib/contracts/app-error';
import type { CustomerDetail, MergePreview } from '@/lib/contracts/customer';
import type { Context } from '../context';
import { findCustomer } from '../conversations/find';
import { permit } from '../permit';
import { readCustomer } from './read';

/** What merging would do; changes nothing. @throws as `readPair` */
export async function previewMerge({ db, actor }: Context, idOrKey: string, into: string): Promise<MergePreview> {
  permit(actor, 'customers.merge');
  const pair = await readPair(db, actor.accountId, idOrKey, into);
  const moves = await countMoves(db, actor.accountId, pair.from.id);
  const fields = ['name', 'email', 'language'] as const;
  return {
    ...pair,
    moves,
    fills: fields.filter((field) => pair.into[field] === null && pair.from[field] !== null),
    tags: pair.from.tags.filter((tag) => !pair.into.tags.includes(tag)),
    suspension: gained(pair.from.suspension?.scope ?? null, pair.into.suspension?.scope ?? null),
  };
}

/**
 * Both sides of a merge by hand: an anonymous customer, and an identified one.
 * @throws AppError `not_found`, `conflict` (`not_anonymous`, `same_customer`), `invalid` at `into`
 */
export async function readPair(
  tx: Queries,
  accountId: string,
  idOrKey: string,
  into: string,
): Promise<{ from: CustomerDetail; into: CustomerDetail }> {
  const from = await readCustomer(tx, accountId, idOrKey);
  if (!from.anonymous) throw new AppError('conflict', { reason: 'not_anonymous' });
  if ((await findCustomer(tx, accountId, into)) === undefined) throw invalid('into', 'unknown_customer', { key: into });
  const target = await readCustomer(tx, accountId, into);
  if (target.id === from.id) throw new AppError('conflict', { reason: 'same_customer' });
  if (target.anonymous) throw invalid('into', 'not_identified');
  return { from, into: target };
}

async function countMoves(tx: Queries, accountId: string, id: string): Promise<MergePreview['moves']> {
  const [row] = await tx.query<MergePreview['moves']>(
    `with mine as (select id from conversations where account_id = $1 and customer_id = $2)
      select (select count(*)::int from mine) as conversations,
        (select count(*)::int from messages where account_id = $1 and conversation_id in (select id from mine)) as messages,
        (select count(*)::int from attachments where account_id = $1 and (conversation_id in (select id from mine)
          or (uploader_kind = 'customer' and uploader_id = $2::uuid::text))) as attachments,
        (select count(*)::int from firings where account_id = $1 and customer_id = $2) as firings,
        (select count(*)::int from customer_identities where account_id = $1 and customer_id = $2) as identities,
        (select count(*)::int from widget_sessions where account_id = $1 and customer_id = $2 and ended_at is null) as sessions`,
    [accountId, id],
  );
  if (!row) throw new Error('Counting answered nothing');
  return row;
}

type Scope = 'messaging' | 'all' | null;

function gained(from: Scope, into: Scope): Scope {
  const both = [from, into];
  const after = both.includes('all') ? 'all' : both.includes('messaging') ? 'messaging' : null;
  return after === into ? null : after;
}
