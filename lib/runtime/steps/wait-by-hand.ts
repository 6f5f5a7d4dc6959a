import type { Queries } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import type { Firing } from '@/lib/contracts/firing';
import { record } from '@/lib/services/changes/record';
import { cancelReadyOfEnded } from '@/lib/services/connectors/cancel-sending';
import type { Context } from '@/lib/services/context';
import { getFiring } from '@/lib/services/firings/read';
import { permit } from '@/lib/services/permit';
import type { IngestOptions } from '../ingest/ingest';
import { cancelFiring, continueFiring } from '../worker/continue-firing';
import { type HeldFiring, onFiring } from './on-firing';

/**
 * *Continue now* in the log: the wait counts as over, and what would stop it then stops it now.
 * @throws AppError `forbidden`, `not_found`, `conflict` (`no_longer_waits`) when it no longer waits
 */
export function continueNow(context: Context, id: string, options: IngestOptions = {}): Promise<Firing> {
  const go = ({ session, rules, firing, steps, happened }: HeldFiring) => {
    if (steps.every(({ state }) => state !== 'waiting')) throw new AppError('conflict', { reason: 'no_longer_waits' });
    continueFiring(session, rules, firing, steps, happened);
  };
  return byHand(context, id, 'continued', go, options);
}

/**
 * *Cancel the rest* in the log: what the rule has done stays done, nothing more follows, and the ticket may have the
 * rule again. @throws AppError `forbidden`, `not_found`, `conflict` (`no_longer_waits`) when it no longer waits
 */
export function cancelRest(context: Context, id: string, options: IngestOptions = {}): Promise<Firing> {
  const { name, accountId } = context.actor;
  const stop = ({ session, firing, steps }: HeldFiring) => cancelFiring(session, firing, steps, name);
  // What is being sent right now still says what came of it; what waits for its next attempt is called off.
  const result = { reason: 'cancelled_by_hand', by: name };
  const unsent = (tx: Queries) => cancelReadyOfEnded(tx, accountId, id, result);
  return byHand(context, id, 'cancelled', stop, options, unsent);
}

async function byHand(
  context: Context,
  id: string,
  verb: 'continued' | 'cancelled',
  act: (held: HeldFiring) => void,
  { clock }: IngestOptions,
  also: (tx: Queries) => Promise<unknown> = async () => undefined,
): Promise<Firing> {
  const { db, actor } = context;
  permit(actor, 'log.retry');
  const { rule } = await getFiring(context, id);
  await onFiring(
    db,
    actor.accountId,
    id,
    (held) => {
      if (held.firing.state !== 'waiting') throw new AppError('conflict', { reason: 'no_longer_waits' });
      act(held);
    },
    {
      clock,
      record: async (tx) => {
        await also(tx);
        await record(tx, actor, { kind: 'firing', id, name: rule.name, verb });
      },
    },
  );
  return getFiring(context, id);
}
