/**
 * What came of an effect outside the house, in a transaction of its own under the lock of the conversation: the step's
 * receipt, what the answer means for the ticket, and the steps after it.
 */
import { type Database, DatabaseError, isRetryable } from '@/db/client';
import type { Clock } from '@/db/clock';
import { AppError } from '@/lib/contracts/app-error';
import type { Facts } from '@/lib/engine/value';
import { effectOf } from '../connectors/registry';
import type { StepOutcome } from '../performers/performer';
import { type HeldFiring, onFiring } from '../steps/on-firing';
import { conclude, finish, runSteps } from '../steps/run-steps';
import type { Session } from '../steps/session';
import { contextOf } from '../steps/step-context';
import type { FiringRow, StepRow } from '../work/rows';
import { applyDerived } from './continue-firing';
import { closeDelivery, type Delivery, type Settlement } from './delivery';

/** Another attempt has taken over, or the effect was called off: what this one brought counts no more. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

export async function settleStep(
  database: Database,
  delivery: Delivery,
  settlement: Settlement,
  clock: Clock | undefined,
): Promise<void> {
  try {
    await settleOnce(database, delivery, settlement, clock);
  } catch (error) {
    if (error instanceof Overtaken) return;
    // The customer was erased meanwhile, and the delivery with them.
    if (error instanceof AppError && error.code === 'not_found') return;
    // Trying the effect again would bring the same rows.
    if (!(error instanceof DatabaseError) || isRetryable(error) || !/^(22|23|54)/.test(error.code)) throw error;
    const refused = { code: 'refused_by_database', attempt: delivery.attempt };
    await settleOnce(database, delivery, { ...settlement, state: 'failed', response: null, error: refused }, clock);
  }
}

async function settleOnce(
  database: Database,
  delivery: Delivery,
  settlement: Settlement,
  clock: Clock | undefined,
): Promise<void> {
  await onFiring(database, delivery.accountId, delivery.firingId ?? '', (held) => settle(held, delivery, settlement), {
    clock,
    record: async (tx) => {
      if (!(await closeDelivery(tx, delivery, settlement))) throw new Overtaken();
    },
  });
}

function settle(held: HeldFiring, delivery: Delivery, settlement: Settlement): void {
  const { session, rules, firing, steps, facts } = held;
  const step = steps.find((each) => each.step === delivery.step);
  if (step?.state !== 'sending') throw new Overtaken();
  const before = steps.map((each) => JSON.stringify(each));
  step.attempt = delivery.attempt;
  step.doneAt = session.now;
  receive(session, firing, step, settlement, facts);
  if (firing.state === 'waiting') goOn(session, firing, steps, facts);
  for (const [index, each] of steps.entries())
    if (JSON.stringify(each) !== before[index]) session.work.changedSteps.add(each);
  session.work.changedFirings.add(firing);
  applyDerived(session, rules);
}

function receive(session: Session, firing: FiringRow, step: StepRow, settlement: Settlement, facts: Facts): void {
  conclude(step, outcomeOf(session, firing, step, settlement, facts));
  step.error = settlement.state === 'failed' ? settlement.error : null;
}

function outcomeOf(
  session: Session,
  firing: FiringRow,
  step: StepRow,
  { state, error, response }: Settlement,
  facts: Facts,
): StepOutcome {
  const receipt = { ...response };
  if (state === 'failed') return { state: 'failed', code: error?.code ?? 'unknown', result: receipt };
  const effect = effectOf(step.action);
  if (!effect?.settle) return { state: 'done', result: receipt };
  // Called off while the other side was thinking: its answer is kept, and reaches nobody.
  if (firing.state !== 'waiting') return { state: 'cancelled', reason: 'cancelled', result: receipt };
  return effect.settle(contextOf(session, firing, step, facts), receipt);
}

/** The steps after it, up to the next that waits; a step done again by hand has none left. */
function goOn(session: Session, firing: FiringRow, steps: readonly StepRow[], facts: Facts): void {
  if (steps.some(({ state }) => state === 'waiting' || state === 'sending')) return;
  const next = steps.findIndex(({ state }) => state === 'pending');
  if (next < 0) finish(firing, steps, session.now);
  else runSteps(session, firing, steps, next, facts);
}
