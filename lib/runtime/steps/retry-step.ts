import type { Database } from '@/db/client';
import type { Clock } from '@/db/clock';
import { AppError, notFound } from '@/lib/contracts/app-error';
import { applyDerived } from '../worker/continue-firing';
import { type HeldFiring, onFiring } from './on-firing';
import { finish, runStep } from './run-steps';

/** Does a failed step again, by hand. @throws AppError `not_found`, `conflict` when the step did not fail */
export function retryStep(
  database: Database,
  accountId: string,
  firingId: string,
  step: number,
  clock?: Clock,
): Promise<void> {
  return onFiring(database, accountId, firingId, (held) => retry(held, step), { clock });
}

function retry({ session, rules, firing, steps, facts }: HeldFiring, step: number): void {
  const failed = steps.find((each) => each.step === step);
  if (!failed) throw notFound('step', String(step));
  if (failed.state !== 'failed') throw new AppError('conflict', { state: failed.state });
  runStep(session, firing, failed, facts);
  if (steps.every(({ state }) => state !== 'waiting' && state !== 'pending')) finish(firing, steps, session.now);
  session.work.changedSteps.add(failed);
  session.work.changedFirings.add(firing);
  applyDerived(session, rules);
}
