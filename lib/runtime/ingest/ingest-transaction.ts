/**
 * The ingest transaction: locks and reads in one round trip, everything else in memory, writes in a second one. The
 * number of statements does not depend on the number of events.
 */

import type { Database, Row, Statement } from '@/db/client';
import type { Clock } from '@/db/clock';
import { queueAnalyses } from '../connectors/ai/queue-analyses';
import type { AccountRules } from '../rules/account-rules';
import { refuseMoved } from '../rules/with-rules';
import { queueOutgoing } from '../steps/queue-outgoing';
import type { Session } from '../steps/session';
import type { KeyRow } from '../work/rows';
import { rowsOf } from '../work/table';
import { conversationsTable, customersTable } from '../work/tables';
import { Work } from '../work/work';
import { BatchTime } from './batch-time';
import type { Directory } from './directory';
import { estimatesOf } from './estimates';
import { Figures, type FiguresAnswer } from './figures';
import { type Batch, handleItem } from './handle-items';
import { type ItemResult, rejected } from './item';
import { pipelined } from './pipelined';
import { type KnownConversation, readStatements } from './read-statements';
import type { ResolvedItem } from './resolve';

/**
 * What was read is not enough: a conversation was created between two of our locks, an entry's key was taken meanwhile,
 * or a rule needs more. Begin again.
 */
export class LocksMissed extends Error {
  override readonly name = 'LocksMissed';
}

export interface IngestTransaction {
  readonly accountId: string;
  readonly directory: Directory;
  readonly rules: AccountRules;
  /** Conversations that this process has seen: emptied when one of them is gone or is another customer's. */
  readonly known: Map<string, KnownConversation>;
  readonly clock: Clock | undefined;
  /** Numbers to take for new tickets whose texts name them. */
  readonly numbers: number;
}

type Answers = Readonly<Record<keyof ReturnType<typeof readStatements>, readonly Row[]>>;

/** Ingests resolved items with distinct keys; answers in their order. @throws RulesMoved, ConfigurationMoved, LocksMissed, NumbersMissed, DatabaseError */
export function runIngest(
  database: Database,
  { accountId, directory, rules, known, clock, numbers }: IngestTransaction,
  items: readonly ResolvedItem[],
): Promise<{ results: ItemResult[]; work: Work }> {
  return database.transaction(async (tx) => {
    const now = (await clock?.now(tx)) ?? null;
    const { needs, version } = rules;
    const answers: Answers = await pipelined(
      tx,
      readStatements(accountId, items, { version, needs, known, now, numbers }),
    );
    refuseMoved(rules, directory, answers.rules);
    // A rule that needs more has just come: read it too.
    if (rules.needs.estimates !== needs.estimates || rules.needs.once !== needs.once) throw new LocksMissed();
    const batch = batchOf(accountId, directory, rules, answers, now);
    if (!batch || items.some(({ conversation: said }) => said && isGone(said.id, known, batch))) {
      known.clear();
      throw new LocksMissed();
    }
    const receipts = new Map(answers.receipts.map((row) => [row.key, row]));
    const results = items.map((item) => {
      const receipt = receipts.get(item.key);
      return receipt ? repeated(item, receipt) : handleItem(batch, item);
    });
    const { work } = batch.session;
    queueOutgoing(batch.session);
    queueAnalyses(batch.session);
    const happened = new Set(work.events.map(({ id }) => id));
    const keys = items.flatMap((item, index) => keyOf(item, results[index], happened, batch.session.now));
    work.keys.push(...keys);
    const nothing = items.some(({ key, eventId }) => !receipts.has(key) && !happened.has(eventId));
    const removals = nothing ? removeTraces(accountId, answers, batch) : [];
    const written = await tx.pipeline([...removals, ...work.writes(accountId)]);
    if (keys.length > 0 && isShort(keys, written.at(-1) ?? [])) throw new LocksMissed();
    return { results, work };
  });
}

function isGone(said: string, known: ReadonlyMap<string, KnownConversation>, { conversations }: Batch): boolean {
  const seen = known.get(said);
  return seen !== undefined && conversations.get(said) !== seen.id;
}

/** Undefined when a conversation's customer was not locked. */
function batchOf(
  accountId: string,
  directory: Directory,
  rules: AccountRules,
  answers: Answers,
  clockNow: Date | null,
): Batch | undefined {
  // The rows of our own statements.
  const figures = answers.figures[0] as unknown as FiguresAnswer;
  const conversations = rowsOf(conversationsTable, answers.conversations);
  const customers = rowsOf(customersTable, answers.customers);
  const now = new BatchTime(clockNow ?? figures.now);
  const work = new Work();
  work.load(conversations, customers);
  if (conversations.some(({ customerId }) => !work.hasCustomer(customerId))) return undefined;
  const numbers = answers.numbers.map(({ number }) => Number(number));
  const session: Session = { accountId, now, directory, work, derived: [], numbers };
  return {
    session,
    rules,
    figures: new Figures(figures, directory, now),
    once: new Set(answers.onceMarks.map(({ rule, conversation }) => `${rule}:${conversation}`)),
    wait: estimatesOf(answers.estimates, now),
    free: freeOf(answers),
    conversations: new Map(conversations.map(({ id, extId }) => [extId, id])),
    merged: new Map(
      answers.customers.flatMap(({ mergedAs, mergedInto }) =>
        mergedInto ? [[String(mergedAs), String(mergedInto)]] : [],
      ),
    ),
    knownMessages: new Set(answers.knownMessages.map(({ conversation, message }) => `${conversation}/${message}`)),
  };
}

/** How many conversations each agent can take, of those who are to take some by themselves. */
function freeOf({ capacities, loads }: Answers): Map<string, number> {
  const load = new Map(loads.map((row) => [row.agent, Number(row.load)]));
  return new Map(capacities.map(({ agent, capacity }) => [String(agent), Number(capacity) - (load.get(agent) ?? 0)]));
}

function repeated(item: ResolvedItem, receipt: Row): ItemResult {
  if (receipt.hash !== item.hash) return rejected(item.key, 'id', 'id_reused');
  const stored = receipt.result as { firings?: ItemResult['firings'] } | null | undefined;
  return { key: item.key, status: 'duplicate', firings: stored?.firings ?? [], errors: [] };
}

/** The receipt of what was accepted; what was rejected or came to nothing leaves nothing behind. */
function keyOf(
  { key, eventId, hash }: ResolvedItem,
  result: ItemResult | undefined,
  happened: ReadonlySet<string>,
  receivedAt: Date,
): KeyRow[] {
  if (result?.status !== 'accepted' || !happened.has(eventId)) return [];
  return [{ key, eventId, hash, receivedAt, result: { status: 'accepted', firings: result.firings } }];
}

/** Somebody else committed one of these keys since ours were looked up. */
function isShort(keys: readonly KeyRow[], taken: readonly Row[]): boolean {
  const ours = new Set(taken.map(({ key }) => key));
  return keys.some(({ key }) => !ours.has(key));
}

/** Conversations and customers that were made for entries which came to nothing. */
function removeTraces(accountId: string, answers: Answers, { session }: Batch): Statement[] {
  const ids = (rows: readonly Row[]) => rows.map(({ id }) => String(id));
  const conversations = ids(answers.newConversations).filter((id) => session.work.conversation(id).eventSeq === 0);
  return [
    {
      sql: 'delete from conversations where account_id = $1 and id = any($2::uuid[])',
      params: [accountId, conversations],
    },
    {
      sql: `delete from customers c where c.account_id = $1 and c.id = any($2::uuid[])
        and not exists (select 1 from conversations o where o.account_id = $1 and o.customer_id = c.id)`,
      params: [accountId, ids(answers.newCustomers)],
    },
  ];
}
