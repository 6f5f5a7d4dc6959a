import { uuidV7At } from '@/db/uuid-v7';
import type { FiringQuery } from '@/lib/contracts/firing';
import type { Context } from '../context';
import { findConversation, findCustomer, visible } from '../conversations/find';
import { cursorOf, NOBODY } from '../conversations/read';
import { searchPattern } from '../search-pattern';

/** Of the log's statements; what a statement does not name is joined by its key and costs nothing. */
export const FIRING_JOINS = `from firings f left join events e on e.account_id = f.account_id and e.id = f.event_id
  left join conversations c on c.account_id = f.account_id and c.id = f.conversation_id
  left join customers u on u.account_id = f.account_id and u.id = f.customer_id`;

/** What agents may see, $2: firings of their groups' conversations and of those of no group. */
export const VISIBLE_FIRING = visible(2);

export type FiringFilters = Partial<Omit<FiringQuery, 'limit'>>;

/**
 * The filters of the log as SQL (` and …`), with its parameters numbered from `first`.
 * @throws AppError `not_found` for a conversation that the actor may not see
 */
export async function firingFilters(
  { db, actor }: Context,
  query: FiringFilters,
  first: number,
): Promise<{ where: string; values: unknown[] }> {
  const conversation =
    query.conversation === undefined ? null : (await findConversation(db, actor, query.conversation)).id;
  const customer =
    query.customer === undefined ? null : ((await findCustomer(db, actor.accountId, query.customer)) ?? NOBODY);
  const filters: [string, unknown][] = [
    ['f.rule_id = $?', query.rule],
    ['f.family = $?', query.family],
    ['f.conversation_id = $?', conversation],
    ['f.customer_id = $?', customer],
    ['(u.name ilike $? or u.email ilike $? or c.ext_id ilike $?)', searchPattern(query.search)],
    ['e.type = $?', query.event],
    ['f.state = $?', query.outcome],
    ['f.id >= $?', query.from && uuidV7At(new Date(query.from))],
    ['f.id < $?', query.to && uuidV7At(new Date(query.to))],
    ['f.id < $?', cursorOf(query.cursor)],
  ];
  const used = filters.filter(([, value]) => value !== undefined && value !== null && value !== '');
  const where = used.map(([condition], index) => ` and ${condition.replaceAll('$?', `$${index + first}`)}`).join('');
  return { where, values: used.map(([, value]) => value) };
}
