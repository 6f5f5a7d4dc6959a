import type { ThreadLine } from '@/lib/contracts/workspace';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso } from '../search-pattern';
import { LINE_COLUMNS, type LineRow, presentLines } from '../workspace/lines';
import { findConversation } from './find';

/** An event of a conversation other than a message. */
export interface Happening {
  id: string;
  type: string;
  at: string;
  /** What it changed; empty where it changed nothing that is told. */
  lines: readonly ThreadLine[];
}

type Row = Omit<LineRow, 'shown'> & { id: string; type: string; shown: LineRow['shown'] | null };

/** The newest `limit` ones, oldest first. @throws AppError `not_found` */
export async function listHappenings(
  { db, actor }: Context,
  idOrKey: string,
  { limit }: { limit: number },
): Promise<Happening[]> {
  permit(actor, 'events.read');
  const { id } = await findConversation(db, actor, idOrKey);
  const rows = await db.query<Row>(
    `select e.id, e.type, ${LINE_COLUMNS} from events e where e.account_id = $1 and e.conversation_id = $2
      and e.type <> 'message_sent' order by e.id desc limit $3`,
    [actor.accountId, id, limit],
  );
  const told = rows.flatMap(({ shown, ...row }) => (shown === null ? [] : [{ ...row, shown }]));
  const lines = Map.groupBy(await presentLines(db, actor.accountId, told), ({ event }) => event);
  return rows
    .map(({ id: each, type, at, event }) => ({ id: each, type, at: iso(at), lines: lines.get(event) ?? [] }))
    .reverse();
}
