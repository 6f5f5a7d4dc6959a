import type { Database, Queries } from '@/db/client';
import type { Clock } from '@/db/clock';
import { AppError, notFound } from '@/lib/contracts/app-error';
import { applyDerived } from '../worker/continue-firing';
import { type HeldFiring, onFiring } from './on-firing';
import { finish, runStep } from './run-steps';

const OPEN = new Set(['waiting', 'pending', 'sending']);

/** Does a failed step again, by hand. @throws AppError `not_found`, `conflict` when the step did not fail */
export async function retryStep(
  database: Database,
  accountId: string,
  firingId: string,
  step: number,
  clock?: Clock,
): Promise<void> {
  const planned = await isPlanned(database, accountId, firingId, step);
  const now = (await clock?.now(database)) ?? null;
  await onFiring(database, accountId, firingId, (held) => retry(held, step, planned), {
    clock,
    record: async (tx) => {
      if (planned) await sendAgain(tx, accountId, firingId, step, now);
    },
  });
}

/** Whether it is an effect outside the house that was planned: then it goes out again as planned, with the same key. */
async function isPlanned(tx: Queries, accountId: string, firingId: string, step: number): Promise<boolean> {
  const rows = await tx.query(
    'select 1 as one from deliveries where account_id = $1 and firing_id::text = $2 and step = $3',
    [accountId, firingId, step],
  );
  return rows.length > 0;
}

async function sendAgain(
  tx: Queries,
  accountId: string,
  firingId: string,
  step: number,
  now: Date | null,
): Promise<void> {
  await tx.query(
    `update deliveries set state = 'ready', next_at = coalesce($4::timestamptz, clock_timestamp()), lease_until = null, done_at = null
      where account_id = $1 and firing_id = $2 and step = $3`,
    [accountId, firingId, step, now],
  );
}

function retry({ session, rules, firing, steps, facts }: HeldFiring, step: number, planned: boolean): void {
  const failed = steps.find((each) => each.step === step);
  if (!failed) throw notFound('step', String(step));
  if (failed.state !== 'failed') throw new AppError('conflict', { state: failed.state });
  if (planned) {
    Object.assign(failed, { state: 'sending', doneAt: null, error: null });
    Object.assign(firing, { state: 'waiting', finishedAt: null });
  } else runStep(session, firing, failed, facts);
  if (steps.every(({ state }) => !OPEN.has(state))) finish(firing, steps, session.now);
  session.work.changedSteps.add(failed);
  session.work.changedFirings.add(firing);
  applyDerived(session, rules);
}
