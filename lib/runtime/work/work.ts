import type { Statement } from '@/db/client';
import type { AgentStatus } from '@/lib/engine/state/fact-state';
import type { Conversation, Customer } from '@/lib/engine/state/records';
import type {
  DeliveryRow,
  DraftRow,
  EventRow,
  FiringRow,
  KeyRow,
  MessageRow,
  OnceMarkRow,
  StepRow,
  SuspensionRow,
  TakenFileRow,
} from './rows';
import { insertRows, type Key, recordsOf, type Table, textOf, updateRows } from './table';
import * as tables from './tables';
import { updateChanged } from './update-changed';

/** With the moment a ticket was created it gets its number, by a sequence that no two conversations wait for. */
function numbered(columns: ReadonlySet<string>): string {
  if (!columns.has('ticketCreatedAt')) return '';
  // A text may have needed the number before: then it was taken from the same sequence.
  const taken = columns.has('number') ? 'r.number' : 'null';
  return `, number = coalesce(t.number, ${taken}, case when r."ticketCreatedAt" is not null then nextval('ticket_numbers') end)`;
}

/** A file goes with one message only, whoever else names it. */
const LOOSE = ' and t.message_seq is null';

/**
 * The working copies of one transaction and the rows that it will write. Rows locked but unchanged are not updated.
 */
export class Work {
  readonly #conversations = new Map<string, Conversation>();
  readonly #customers = new Map<string, Customer>();
  /** Rows as they were read, of those that were set since. */
  readonly #conversationsBefore = new Map<string, Conversation>();
  readonly #customersBefore = new Map<string, Customer>();
  readonly events: EventRow[] = [];
  readonly messages: MessageRow[] = [];
  /** Files that were uploaded before and go with a message now. */
  readonly takenFiles: TakenFileRow[] = [];
  readonly firings: FiringRow[] = [];
  readonly steps: StepRow[] = [];
  readonly onceMarks: OnceMarkRow[] = [];
  readonly deliveries: DeliveryRow[] = [];
  readonly drafts: DraftRow[] = [];
  readonly suspensions: SuspensionRow[] = [];
  readonly agentStatuses = new Map<string, { status: AgentStatus; presence: 'browser' | 'api'; since: Date }>();
  /** Rows that were read and have changed. */
  readonly changedFirings = new Set<FiringRow>();
  readonly changedSteps = new Set<StepRow>();
  /** Receipts of entries, and of what was noticed beside them. */
  readonly keys: KeyRow[] = [];
  /** Firings that give back "once per ticket". */
  readonly givenBack = new Set<string>();

  load(conversations: readonly Conversation[], customers: readonly Customer[]): void {
    for (const conversation of conversations) this.#conversations.set(conversation.id, conversation);
    for (const customer of customers) this.#customers.set(customer.id, customer);
  }

  conversation(id: string): Conversation {
    return found(this.#conversations.get(id), 'conversation');
  }

  customer(id: string): Customer {
    return found(this.#customers.get(id), 'customer');
  }

  hasCustomer(id: string): boolean {
    return this.#customers.has(id);
  }

  hasConversation(id: string): boolean {
    return this.#conversations.has(id);
  }

  setConversation(conversation: Conversation): void {
    remember(this.#conversationsBefore, this.conversation(conversation.id));
    this.#conversations.set(conversation.id, conversation);
  }

  setCustomer(customer: Customer): void {
    remember(this.#customersBefore, this.customer(customer.id));
    this.#customers.set(customer.id, customer);
  }

  /** Stores a message under the conversation's next number. */
  addMessage(message: Omit<MessageRow, 'seq'>): MessageRow {
    const conversation = this.conversation(message.conversationId);
    const seq = conversation.messageSeq + 1;
    this.setConversation({ ...conversation, messageSeq: seq });
    const row = { ...message, seq };
    this.messages.push(row);
    return row;
  }

  /** How many of the loaded conversations are no tickets with a number yet. */
  withoutNumber(): number {
    return [...this.#conversations.values()].filter(({ number }) => number === null).length;
  }

  /** Conversations that this transaction changes, as they are after it. */
  touchedConversations(): Conversation[] {
    return [...this.#conversationsBefore.keys()].map((id) => this.conversation(id));
  }

  /** When the first of the new waits is due. */
  earliestDue(): Date | undefined {
    const due = [...this.steps, ...this.changedSteps].flatMap(({ state, dueAt }) =>
      state === 'waiting' && dueAt ? [dueAt] : [],
    );
    return due.reduce<Date | undefined>((first, each) => (first && first < each ? first : each), undefined);
  }

  /** One statement for each table with rows, however many rows. Where there are keys, the last one answers those it took. */
  writes(accountId: string): Statement[] {
    const update = <Row>(table: Table<Row>, rows: readonly Row[], key: Key<Row>, only = '') =>
      rows.length > 0 ? [updateRows(table, accountId, rows, key, '', only)] : [];
    const insert = <Row>(table: Table<Row>, rows: readonly Row[]) =>
      rows.length > 0 ? [insertRows(table, accountId, rows)] : [];
    return [
      ...updateChanged(tables.customersTable, accountId, this.#customersBefore, (id) => this.customer(id)),
      ...updateChanged(
        tables.conversationsTable,
        accountId,
        this.#conversationsBefore,
        (id) => this.conversation(id),
        numbered,
      ),
      ...insert(tables.eventsTable, this.events),
      ...insert(tables.messagesTable, this.messages),
      ...update(tables.attachmentsTable, this.takenFiles, ['id'], LOOSE),
      ...insert(tables.firingsTable, this.firings),
      ...insert(tables.stepsTable, this.steps),
      ...update(tables.firingsTable, [...this.changedFirings], ['id']),
      ...update(tables.stepsTable, [...this.changedSteps], ['firingId', 'step']),
      ...insert(tables.onceMarksTable, this.onceMarks),
      ...insert(tables.suspensionsTable, this.suspensions),
      ...this.#giveBack(accountId),
      ...this.#endSessions(accountId),
      ...this.#setAgentStatuses(accountId),
      ...this.#replaceDrafts(accountId),
      ...insert(tables.draftsTable, this.drafts),
      ...insert(tables.deliveriesTable, this.deliveries),
      ...this.#takeKeys(accountId),
    ];
  }

  /** One draft of a conversation is open at a time. */
  #replaceDrafts(accountId: string): Statement[] {
    if (this.drafts.length === 0) return [];
    const sql = `update reply_drafts set state = 'replaced', decided_at = $3
      where account_id = $1 and conversation_id = any($2::uuid[]) and state = 'open'`;
    return [{ sql, params: [accountId, this.drafts.map((each) => each.conversationId), this.drafts[0]?.createdAt] }];
  }

  #takeKeys(accountId: string): Statement[] {
    if (this.keys.length === 0) return [];
    const sql = `insert into event_keys (account_id, ext_id, event_id, body_hash, received_at, result)
      select $1, r.key, r."eventId", decode(r.hash, 'hex'), r."receivedAt", r.result
      from ${recordsOf(tables.keysTable)} order by r.key
      on conflict do nothing returning ext_id as key`;
    return [{ sql, params: [accountId, textOf(tables.keysTable, this.keys)] }];
  }

  #giveBack(accountId: string): Statement[] {
    if (this.givenBack.size === 0) return [];
    const sql = 'delete from once_marks where account_id = $1 and firing_id = any($2::uuid[])';
    return [{ sql, params: [accountId, [...this.givenBack]] }];
  }

  /** Agents' rows are locked after conversations, in order of their keys. */
  #setAgentStatuses(accountId: string): Statement[] {
    if (this.agentStatuses.size === 0) return [];
    const rows = [...this.agentStatuses].map(([key, said]) => ({ key, ...said }));
    const sql = `with said as (select * from jsonb_to_recordset($2::text::jsonb) as r(key text, status text, presence text, since timestamptz)),
      locked as (select a.id, a.key from agents a where a.account_id = $1 and a.key in (select key from said)
        order by a.key for no key update)
      update agents t set status = said.status, presence = said.presence, status_since = said.since,
        seen_at = said.since
      from locked join said on said.key = locked.key where t.account_id = $1 and t.id = locked.id`;
    return [{ sql, params: [accountId, JSON.stringify(rows)] }];
  }

  #endSessions(accountId: string): Statement[] {
    if (this.suspensions.length === 0) return [];
    const customers = this.suspensions.map(({ customerId }) => customerId);
    const sql = `update widget_sessions set ended_at = $3
      where account_id = $1 and customer_id = any($2::uuid[]) and ended_at is null`;
    return [{ sql, params: [accountId, customers, this.suspensions[0]?.at] }];
  }
}

function remember<Row extends { readonly id: string }>(before: Map<string, Row>, row: Row): void {
  if (!before.has(row.id)) before.set(row.id, row);
}

function found<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw new Error(`The ${what} was not loaded`);
  return row;
}
