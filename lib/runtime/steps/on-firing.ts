/** One firing under the locks of its customer and conversation, for what people do to it by hand. */
import { accountLockShared } from '@/db/account-lock';
import { type Database, type Queries, type Row, withRetry } from '@/db/client';
import type { Clock } from '@/db/clock';
import { notFound } from '@/lib/contracts/app-error';
import type { Facts } from '@/lib/engine/value';
import { announce } from '../hints';
import { intakeOf } from '../ingest/ingest';
import { pipelined } from '../ingest/pipelined';
import type { AccountRules } from '../rules/account-rules';
import { deltaStatement } from '../rules/rule-cache';
import { refuseMoved, withRules } from '../rules/with-rules';
import type { FiringRow, StepRow } from '../work/rows';
import { rowsOf, selectRow } from '../work/table';
import { conversationsTable, customersTable, firingsTable, stepsTable } from '../work/tables';
import { Work } from '../work/work';
import { happenedSince, type Unless } from '../worker/due-statements';
import { queueOutgoing } from './queue-outgoing';
import type { Session } from './session';

/** What stands after the locks; changes go into the session's work. */
export interface HeldFiring {
  readonly session: Session;
  readonly rules: AccountRules;
  readonly firing: FiringRow;
  readonly steps: readonly StepRow[];
  /** What the steps render: what was kept with the firing, else with the event. */
  readonly facts: Facts;
  /** What has happened since its wait began; undefined when nothing stops it. */
  readonly happened: Unless | undefined;
}

export interface OnFiringOptions {
  readonly clock?: Clock | undefined;
  /** Within the same transaction, after everything is written: the history. */
  readonly record?: (tx: Queries) => Promise<void>;
}

/** Runs `act` on a firing nobody else touches, and writes what it changed. @throws AppError `not_found`, and what `act` throws */
export async function onFiring(
  database: Database,
  accountId: string,
  firingId: string,
  act: (held: HeldFiring) => void,
  { clock, record }: OnFiringOptions = {},
): Promise<void> {
  const work = await withRules(intakeOf(database).rules, accountId, ({ rules, directory }) =>
    withRetry(() =>
      database.transaction(async (tx) => {
        const now = (await clock?.now(tx)) ?? null;
        const answers = await pipelined(tx, statements(accountId, firingId, now, rules.version));
        refuseMoved(rules, directory, answers.rules);
        const [firing] = rowsOf(firingsTable, answers.firing);
        if (!firing) throw notFound('firing', firingId);
        // As they are written.
        const eventFacts = answers.firing[0]?.eventFacts as Facts | null;
        const work = loaded(answers.conversations, answers.customers);
        const moment = answers.clock[0]?.now as Date;
        const session: Session = { accountId, directory, work, now: moment, derived: [], numbers: [] };
        const steps = rowsOf(stepsTable, answers.steps);
        // The rows of our own statement.
        const [happened] = answers.unless as unknown as Unless[];
        act({ session, rules, firing, steps, facts: firing.facts ?? eventFacts ?? {}, happened });
        queueOutgoing(session);
        await tx.pipeline(work.writes(accountId));
        await record?.(tx);
        return work;
      }),
    ),
  );
  announce(database, accountId, work);
}

function statements(accountId: string, firingId: string, now: Date | null, version: number) {
  const params = [accountId, firingId];
  const conversation = '(select conversation_id from firings where account_id = $1 and id = $2)';
  return {
    lock: accountLockShared(accountId),
    customers: {
      sql: `select ${selectRow(customersTable, 'c')} from customers c where c.account_id = $1 and c.id =
        (select customer_id from conversations where account_id = $1 and id = ${conversation}) for no key update`,
      params,
    },
    conversations: {
      sql: `select ${selectRow(conversationsTable, 'c')} from conversations c
        where c.account_id = $1 and c.id = ${conversation} for no key update`,
      params,
    },
    firing: {
      sql: `select ${selectRow(firingsTable, 'f')}, e.facts as "eventFacts" from firings f
        left join events e on e.account_id = f.account_id and e.id = f.event_id where f.account_id = $1 and f.id = $2`,
      params,
    },
    steps: {
      sql: `select ${selectRow(stepsTable, 's')} from firing_steps s
        where s.account_id = $1 and s.firing_id = $2 order by s.step`,
      params,
    },
    unless: { sql: happenedSince(`s.firing_id = $2 and s.state = 'waiting'`), params },
    rules: deltaStatement(accountId, version),
    clock: { sql: 'select coalesce($1::timestamptz, clock_timestamp()) as now', params: [now] },
  };
}

function loaded(conversations: readonly Row[], customers: readonly Row[]): Work {
  const work = new Work();
  work.load(rowsOf(conversationsTable, conversations), rowsOf(customersTable, customers));
  return work;
}
