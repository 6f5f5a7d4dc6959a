import { accountLockShared } from '@/db/account-lock';
import { type Database, type Row, withRetry } from '@/db/client';
import type { Clock } from '@/db/clock';
import { AppError, notFound } from '@/lib/contracts/app-error';
import type { Conversation, Customer } from '@/lib/engine/state/records';
import type { Facts } from '@/lib/engine/value';
import { announce } from '../hints';
import { intakeOf } from '../ingest/ingest';
import { pipelined } from '../ingest/pipelined';
import { deltaStatement } from '../rules/rule-cache';
import { refuseMoved, withRules } from '../rules/with-rules';
import type { FiringRow, StepRow } from '../work/rows';
import { selectList } from '../work/table';
import { conversationsTable, customersTable, firingsTable, stepsTable } from '../work/tables';
import { Work } from '../work/work';
import { applyDerived } from '../worker/continue-firing';
import { queueWebhooks } from './queue-webhooks';
import { finish, runStep } from './run-steps';
import type { Session } from './session';

/** Does a failed step again, by hand. @throws AppError `not_found`, `conflict` when the step did not fail */
export async function retryStep(
  database: Database,
  accountId: string,
  firingId: string,
  step: number,
  clock?: Clock,
): Promise<void> {
  const work = await withRules(intakeOf(database).rules, accountId, ({ rules, directory }) =>
    withRetry(() =>
      database.transaction(async (tx) => {
        const now = (await clock?.now(tx)) ?? null;
        const answers = await pipelined(tx, statements(accountId, firingId, now, rules.version));
        refuseMoved(rules, directory, answers.rules);
        // The rows of our own statements.
        const [firing] = answers.firing as unknown as (FiringRow & { eventFacts: Facts | null })[];
        const steps = answers.steps as unknown as StepRow[];
        const failed = steps.find((each) => each.step === step);
        if (!firing || !failed) throw notFound('firing', firingId);
        if (failed.state !== 'failed') throw new AppError('conflict', { state: failed.state });
        const work = loaded(answers.conversations, answers.customers);
        const session: Session = {
          accountId,
          directory,
          work,
          now: answers.clock[0]?.now as Date,
          derived: [],
          numbers: [],
        };
        const { eventFacts, ...row } = firing;
        runStep(session, row, failed, row.facts ?? eventFacts ?? {});
        if (steps.every(({ state }) => state !== 'waiting' && state !== 'pending')) finish(row, steps, session.now);
        work.changedSteps.add(failed);
        work.changedFirings.add(row);
        applyDerived(session, rules);
        queueWebhooks(session);
        await tx.pipeline(work.writes(accountId));
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
      sql: `select ${selectList(customersTable, 'c')} from customers c where c.account_id = $1 and c.id =
        (select customer_id from conversations where account_id = $1 and id = ${conversation}) for no key update`,
      params,
    },
    conversations: {
      sql: `select ${selectList(conversationsTable, 'c')} from conversations c
        where c.account_id = $1 and c.id = ${conversation} for no key update`,
      params,
    },
    firing: {
      sql: `select ${selectList(firingsTable, 'f')}, e.facts as "eventFacts" from firings f
        left join events e on e.account_id = f.account_id and e.id = f.event_id where f.account_id = $1 and f.id = $2`,
      params,
    },
    steps: {
      sql: `select ${selectList(stepsTable, 's')} from firing_steps s
        where s.account_id = $1 and s.firing_id = $2 order by s.step`,
      params,
    },
    rules: deltaStatement(accountId, version),
    clock: { sql: 'select coalesce($1::timestamptz, clock_timestamp()) as now', params: [now] },
  };
}

function loaded(conversations: readonly Row[], customers: readonly Row[]): Work {
  const work = new Work();
  work.load(conversations as unknown as Conversation[], customers as unknown as Customer[]);
  return work;
}
