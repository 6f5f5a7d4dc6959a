import type { Queries } from '@/db/client';
import type { ThreadEntry, WorkspaceRow } from '@/lib/contracts/workspace';
import { LINE_COLUMNS, type LineRow, linesOf, readNames } from './lines';
import { MESSAGE_COLUMNS, type MessageRow, presentMessage } from './message';
import { presentRow, ROW_COLUMNS, type RowAnswer, rowFrom } from './rows';
import { inOrder } from './thread';

/** What somebody knows of a conversation. */
export interface Mark {
  readonly id: string;
  readonly messageSeq: number;
  readonly eventSeq: number;
}

/** A conversation for whoever may see it; what differs between readers is computed from it. */
export interface ChangedConversation {
  readonly row: WorkspaceRow;
  readonly customerId: string;
  readonly queued: boolean;
  /** Numbers of the customer's last messages, at most 100. */
  readonly customerSeqs: readonly number[];
  /** How far agents have read, by their uuid. */
  readonly reads: Readonly<Record<string, number>>;
  /** What came since the mark, oldest first, the last 50. */
  readonly entries: readonly ThreadEntry[];
}

const MOST_ENTRIES = 50;

type Answer = RowAnswer & Pick<ChangedConversation, 'customerId' | 'queued' | 'customerSeqs' | 'reads'>;

/** Conversations as they are now, and what is new in them; set-wise, however many. Those that are gone are left out. */
export async function readChanged(
  db: Queries,
  accountId: string,
  marks: readonly Mark[],
): Promise<ChangedConversation[]> {
  if (marks.length === 0) return [];
  const known = JSON.stringify(marks);
  const params = [accountId, known];
  const [rows, messages, events] = (await db.pipeline([
    { sql: ROWS, params: [accountId, null, known] },
    { sql: MESSAGES, params },
    { sql: EVENTS, params },
    // The rows of our own statements.
  ])) as unknown as [Answer[], (MessageRow & Of)[], (LineRow & Of)[]];
  const changes = events.flatMap(({ shown }) => shown.changes);
  const names = await readNames(db, accountId, changes);
  const messagesOf = Map.groupBy(messages, ({ conversation }) => conversation);
  const eventsOf = Map.groupBy(events, ({ conversation }) => conversation);
  return rows.map(({ customerId, queued, customerSeqs, reads, ...answer }) => {
    const row = presentRow(answer);
    const entries = [
      ...(messagesOf.get(row.id) ?? []).map(({ conversation: _, ...each }) => presentMessage(each)),
      ...(eventsOf.get(row.id) ?? []).flatMap(({ conversation: _, ...each }) => linesOf(each, names)),
    ];
    return { row, customerId, queued, customerSeqs, reads, entries: entries.sort(inOrder) };
  });
}

type Of = { conversation: string };

const KNOWN = 'jsonb_to_recordset($2::text::jsonb) as k(id uuid, "messageSeq" integer, "eventSeq" integer)';

const ROWS = `select ${ROW_COLUMNS}, c.customer_id as "customerId", c.queue_state = 'queued' as queued,
  array(select m.seq from messages m where m.account_id = c.account_id and m.conversation_id = c.id
    and m.author_kind = 'customer' order by m.seq desc limit 100) as "customerSeqs",
  coalesce((select jsonb_object_agg(a.agent_id, a.seq) from conversation_reads a
    where a.account_id = c.account_id and a.conversation_id = c.id), '{}') as reads
  from ${rowFrom()} where c.account_id = $1
    and c.id = any(array(select (k ->> 'id')::uuid from jsonb_array_elements($3::text::jsonb) k))`;

const MESSAGES = `select k.id as conversation, x.* from ${KNOWN} cross join lateral (
  select ${MESSAGE_COLUMNS} from messages m where m.account_id = $1 and m.conversation_id = k.id
    and m.seq > k."messageSeq" order by m.seq desc limit ${MOST_ENTRIES}) x`;

const EVENTS = `select k.id as conversation, x.* from ${KNOWN} cross join lateral (
  select ${LINE_COLUMNS} from events e where e.account_id = $1 and e.conversation_id = k.id
    and e.seq > k."eventSeq" and e.shown is not null order by e.seq desc limit ${MOST_ENTRIES}) x`;

/** Where every open conversation of an account stands: what is compared when a hint may have been lost. */
export interface Standing extends Mark {
  readonly groupKey: string | null;
  readonly assigneeKey: string | null;
  readonly queued: boolean;
  readonly customerId: string;
}

const MOST_OPEN = 20_000;

export function readStandings(db: Queries, accountId: string): Promise<Standing[]> {
  return db.query<Standing & Record<string, unknown>>(
    `select c.id, c.message_seq as "messageSeq", c.event_seq as "eventSeq", c.group_key as "groupKey",
        c.assignee_key as "assigneeKey", c.queue_state = 'queued' as queued, c.customer_id as "customerId"
      from conversations c where c.account_id = $1 and (c.queue_state = 'queued' or c.phase = 'assigned'
        or (c.suspended_ticket and c.phase in ('requesting', 'queued'))) order by c.id desc limit ${MOST_OPEN}`,
    [accountId],
  );
}
