import { AppError } from '@/lib/contracts/app-error';
import type { WorkflowApplied } from '@/lib/contracts/workflow';
import { record } from '@/lib/services/changes/record';
import type { Context } from '@/lib/services/context';
import { permit } from '@/lib/services/permit';
import { readRule } from '@/lib/services/rules/rule-row';
import { candidatesOf } from '@/lib/services/workflows/candidates';
import { type IngestOptions, submit } from '../ingest/ingest';
import { dueItem } from './due-item';

/** Tickets of one transaction. */
const AT_ONCE = 250;

/**
 * Applies an active workflow to the tickets that exist and on which it holds: each once for the moment that passed, or for
 * the workflow's version. Going on after an interruption repeats nothing.
 * @throws AppError `forbidden`, `not_found`, `conflict` when it is inactive or waits for something to happen
 */
export async function applyWorkflow(
  context: Context,
  id: string,
  { clock }: IngestOptions = {},
): Promise<WorkflowApplied> {
  const { db, actor } = context;
  permit(actor, 'rules.write');
  const { accountId } = actor;
  const rule = await readRule(db, accountId, 'workflow', id);
  if (!rule.active) throw new AppError('conflict', { reason: 'inactive' });
  const { found, more } = await candidatesOf(db, accountId, rule, await clock?.now(db));
  const items = found.map(({ key, extId, channelKey }) =>
    dueItem({ key, rule: rule.id, extId, channelKey, byHand: true }),
  );
  let fired = 0;
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const results = await submit(db, accountId, items.slice(from, from + AT_ONCE), { clock });
    fired += results.filter(({ status, firings }) => status === 'accepted' && firings.length > 0).length;
  }
  const told = { tickets: found.length, fired };
  await db.transaction((tx) =>
    record(tx, actor, { kind: 'workflow', id: rule.id, name: rule.name, verb: 'applied', after: told }),
  );
  return { applied: found.length, fired, more };
}
