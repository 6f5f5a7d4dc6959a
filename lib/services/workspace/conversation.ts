import { notFound } from '@/lib/contracts/app-error';
import type { WorkspaceConversation } from '@/lib/contracts/workspace';
import type { Context } from '../context';
import { findConversation } from '../conversations/find';
import { readWait } from '../conversations/wait';
import { permit } from '../permit';
import { readConversationCustomer, readPast } from './customer';
import { readRow } from './rows';
import { readThread } from './thread';
import { verbsOf } from './verbs';

const FIRST_PART = 50;

type More = { customerId: string; language: string | null; subject: string | null; readSeq: number };

/**
 * A conversation with everything that stands beside it. Who is typing is not stored: whoever answers adds it.
 * @throws AppError `not_found`
 */
export async function getWorkspaceConversation(
  { db, actor }: Context,
  idOrKey: string,
): Promise<Omit<WorkspaceConversation, 'typing'>> {
  permit(actor, 'conversations.read');
  const { id } = await findConversation(db, actor, idOrKey);
  const { accountId, agent } = actor;
  const thread = await readThread(db, accountId, id, { limit: FIRST_PART });
  const row = await readRow(db, actor, id);
  const [more] = await db.query<More>(
    `select c.customer_id as "customerId", coalesce(c.language, u.language) as language, c.subject, coalesce(r.seq, 0) as "readSeq"
      from conversations c join customers u on u.account_id = c.account_id and u.id = c.customer_id
      left join conversation_reads r on r.account_id = c.account_id and r.conversation_id = c.id and r.agent_id = $3::uuid
      where c.account_id = $1 and c.id = $2`,
    [accountId, id, agent?.id ?? null],
  );
  if (!row || !more) throw notFound('conversation', idOrKey);
  const { customerId, ...columns } = more;
  const { group, waiting } = row;
  return {
    ...row,
    ...columns,
    customer: await readConversationCustomer(db, accountId, customerId),
    past: await readPast(db, actor, customerId, id),
    wait:
      waiting && waiting.place > 0
        ? await readWait(db, accountId, { group: group?.key ?? null, place: waiting.place })
        : null,
    verbs: verbsOf(actor, row),
    thread,
  };
}
