import { notFound } from '@/lib/contracts/app-error';
import type { Firing } from '@/lib/contracts/firing';
import { record } from '@/lib/services/changes/record';
import type { Context } from '@/lib/services/context';
import { getFiring } from '@/lib/services/firings/read';
import { permit } from '@/lib/services/permit';
import { retryStep } from './retry-step';

/** *Retry* in the log. @throws AppError `forbidden`, `not_found`, `conflict` when the step did not fail */
export async function retryByHand(context: Context, firingId: string, step: number): Promise<Firing> {
  const { db, actor } = context;
  permit(actor, 'log.retry');
  const { rule } = await getFiring(context, firingId);
  if (!Number.isSafeInteger(step) || step < 0 || step > 10_000) throw notFound('step', String(step));
  await retryStep(db, actor.accountId, firingId, step);
  await db.transaction((tx) =>
    record(tx, actor, { kind: 'firing', id: firingId, name: rule.name, verb: 'retried', after: { step } }),
  );
  return getFiring(context, firingId);
}
