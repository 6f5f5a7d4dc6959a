import { type Database, DatabaseError, isRetryable, withRetry } from '@/db/client';
import type { Clock } from '@/db/clock';
import type { Conversation, Customer } from '@/lib/engine/state/records';
import { announce } from '../hints';
import type { Directory } from '../ingest/directory';
import { intakeOf } from '../ingest/ingest';
import { pipelined } from '../ingest/pipelined';
import type { AccountRules } from '../rules/account-rules';
import { refuseMoved, withRules } from '../rules/with-rules';
import { queueOutgoing } from '../steps/queue-outgoing';
import type { Session } from '../steps/session';
import type { StepRow } from '../work/rows';
import { rowsOf } from '../work/table';
import { conversationsTable, customersTable, firingsTable, stepsTable } from '../work/tables';
import { Work } from '../work/work';
import { continueFiring, failFiring } from './continue-firing';
import { dueStatements, type Unless } from './due-statements';

/** Waits of one round. */
const LIMIT = 200;

interface Due extends Record<string, unknown> {
  account: string;
  conversation: string;
}

/** Handles the waits that are due now, once. Answers how many firings went on and how many waits were found. */
export async function runDue(database: Database, clock?: Clock): Promise<{ handled: number; found: number }> {
  const now = (await clock?.now(database)) ?? null;
  const found = await database.query<Due>(
    `select account_id as account, conversation_id as conversation from firing_steps
      where state = 'waiting' and due_at <= coalesce($1::timestamptz, clock_timestamp()) order by due_at limit ${LIMIT}`,
    [now],
  );
  let handled = 0;
  for (const [account, conversations] of byAccount(found)) {
    handled += await isolating(database, { accountId: account, now }, [...conversations]);
  }
  return { handled, found: found.length };
}

interface Round {
  readonly accountId: string;
  readonly now: Date | null;
}

/** What the database refuses fails alone: the round is halved until one conversation stands by itself. */
async function isolating(database: Database, round: Round, conversations: readonly string[]): Promise<number> {
  try {
    return await runRound(database, round, conversations, continueFiring);
  } catch (error) {
    if (!(error instanceof DatabaseError) || isRetryable(error) || !/^(22|23|54)/.test(error.code)) throw error;
    if (conversations.length === 1) return runRound(database, round, conversations, failFiring);
    const middle = conversations.length >> 1;
    const first = await isolating(database, round, conversations.slice(0, middle));
    return first + (await isolating(database, round, conversations.slice(middle)));
  }
}

function runRound(
  database: Database,
  round: Round,
  conversations: readonly string[],
  handle: typeof continueFiring,
): Promise<number> {
  const { rules } = intakeOf(database);
  return withRules(rules, round.accountId, (known) =>
    withRetry(() => runWith(database, { ...round, ...known }, conversations, handle)),
  );
}

async function runWith(
  database: Database,
  { accountId, now, rules, directory }: Round & { rules: AccountRules; directory: Directory },
  conversations: readonly string[],
  handle: typeof continueFiring,
): Promise<number> {
  const { work, handled } = await database.transaction(async (tx) => {
    const answers = await pipelined(tx, dueStatements(accountId, conversations, now, rules.version));
    refuseMoved(rules, directory, answers.rules);
    // The rows of our own statement.
    const unless = new Map((answers.unless as unknown as Unless[]).map((row) => [row.firingId, row]));
    const work = loaded(rowsOf(conversationsTable, answers.conversations), rowsOf(customersTable, answers.customers));
    const moment = answers.clock[0]?.now as Date;
    const session: Session = { accountId, now: moment, directory, work, derived: [], numbers: [] };
    const firings = rowsOf(firingsTable, answers.firings).filter(
      ({ conversationId }) => conversationId !== null && work.hasConversation(conversationId),
    );
    const steps = byFiring(rowsOf(stepsTable, answers.steps));
    for (const firing of firings) handle(session, rules, firing, steps.get(firing.id) ?? [], unless.get(firing.id));
    queueOutgoing(session);
    await tx.pipeline(work.writes(accountId));
    return { work, handled: firings.length };
  });
  announce(database, accountId, work);
  return handled;
}

/** Only conversations whose customer could be locked too. */
function loaded(conversations: readonly Conversation[], customers: readonly Customer[]): Work {
  const work = new Work();
  work.load([], customers);
  work.load(
    conversations.filter(({ customerId }) => work.hasCustomer(customerId)),
    [],
  );
  return work;
}

function byAccount(found: readonly Due[]): Map<string, Set<string>> {
  const accounts = new Map<string, Set<string>>();
  for (const { account, conversation } of found) {
    accounts.set(account, (accounts.get(account) ?? new Set()).add(conversation));
  }
  return accounts;
}

function byFiring(steps: readonly StepRow[]): Map<string, StepRow[]> {
  return Map.groupBy(steps, ({ firingId }) => firingId);
}
