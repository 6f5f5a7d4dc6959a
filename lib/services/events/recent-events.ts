import type { WouldFire } from '@/lib/contracts/firing';
import type { Judge } from '@/lib/engine/evaluate';
import type { Facts } from '@/lib/engine/value';
import type { Context } from '../context';
import { visible, visibleTo } from '../conversations/find';

/** A rare event is looked for among so many; the page waits for the answer. */
const LOOKED_THROUGH = 20_000;

type Recent = {
  event: string;
  type: string;
  occurredAt: Date;
  conversation: string | null;
  customer: string | null;
  facts: Facts;
};

/**
 * The last events of the account that the actor may see and that rules were asked on, newest first.
 * @param asked a condition on `e`, events; its parameters begin with `$4`
 */
export function recentEvents(
  { db, actor }: Context,
  asked: { condition: string; params: readonly unknown[]; limit: number },
): Promise<Recent[]> {
  return db.query<Recent>(
    `select e.id as event, e.type, e.occurred_at as "occurredAt", c.ext_id as conversation, u.name as customer, e.facts
      from (select * from events where account_id = $1 order by id desc limit ${LOOKED_THROUGH}) e
      left join conversations c on c.account_id = e.account_id and c.id = e.conversation_id
      left join customers u on u.account_id = e.account_id and u.id = e.customer_id
      where e.account_id = $1 and e.facts is not null and (${asked.condition}) and ${visible(2)}
      order by e.id desc limit $3`,
    [actor.accountId, visibleTo(actor), asked.limit, ...asked.params],
  );
}

export function judged(events: readonly Recent[], judge: Judge): WouldFire {
  const items = events.map(({ facts, occurredAt, ...row }) => ({
    ...row,
    occurredAt: occurredAt.toISOString(),
    fires: judge(facts) === true,
  }));
  return { examined: items.length, fires: items.filter(({ fires }) => fires).length, items };
}
