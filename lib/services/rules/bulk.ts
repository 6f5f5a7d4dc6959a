import { AppError, type ErrorParams } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type BulkResult, bulkInput, type TriggerMatching } from '@/lib/contracts/trigger';
import type { Context } from '../context';
import { permit } from '../permit';
import { changeRules, type RuleChange } from './change-rules';
import { type RuleFamily, WRITE } from './family';
import { matchingStatement } from './list-statements';
import { readRules } from './rule-row';
import { applyVerb, type RuleVerb } from './rule-verb';

/**
 * One verb on many rules in one change. Those that cannot be are told with their reason; the others are done.
 * @throws AppError `forbidden`, `invalid`
 */
export async function changeMany(family: RuleFamily, context: Context, input: unknown): Promise<BulkResult> {
  permit(context.actor, WRITE);
  const { verb, ids } = parse(bulkInput, input);
  return changeRules(context, (change) => applyToMany(family, context, change, verb, [...new Set(ids)]));
}

/** The same on everything that a search and filters leave at that moment; what is already as asked is left out. */
export async function changeMatching(
  family: RuleFamily,
  context: Context,
  verb: Exclude<RuleVerb, 'restore'>,
  matching: TriggerMatching,
): Promise<BulkResult> {
  permit(context.actor, WRITE);
  return changeRules(context, async (change) => {
    const { sql, params } = matchingStatement(change.accountId, family.family, matching);
    const found = await change.tx.query<{ id: string }>(sql, params);
    const rows = await readRules(
      change.tx,
      change.accountId,
      family.family,
      found.map(({ id }) => id),
    );
    const wanted = verb === 'delete' ? rows : rows.filter(({ active }) => active !== (verb === 'activate'));
    return applyToMany(
      family,
      context,
      change,
      verb,
      wanted.map(({ id }) => id),
    );
  });
}

async function applyToMany(
  family: RuleFamily,
  context: Context,
  change: RuleChange,
  verb: RuleVerb,
  ids: readonly string[],
): Promise<BulkResult> {
  const { done, failed } = await applyVerb(family, context, change, verb, ids);
  const rows = await readRules(
    change.tx,
    change.accountId,
    family.family,
    failed.map(({ id }) => id),
  );
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.name;
  return {
    done: done.map(({ id }) => id),
    failed: failed.map(({ id, error }) => {
      const name = nameOf(id);
      return { id, ...(name !== undefined && { name }), ...toldOf(error) };
    }),
  };
}

/** One verb on one rule. @throws AppError `forbidden`, `not_found`, `limit_exceeded`, `broken_reference`, `name_taken` */
export async function changeOne<A extends object>(
  family: RuleFamily<A>,
  context: Context,
  verb: RuleVerb,
  id: string,
  expected?: number,
): Promise<A> {
  permit(context.actor, WRITE);
  return changeRules(context, async (change) => {
    const { done, failed } = await applyVerb(family, context, change, verb, [id], expected);
    if (failed[0]) throw failed[0].error;
    if (!done[0]) throw new AppError('internal');
    return family.answer(done[0]);
  });
}

function toldOf({ code, params }: AppError): { code: string; params?: ErrorParams } {
  return Object.keys(params).length > 0 ? { code, params } : { code };
}
