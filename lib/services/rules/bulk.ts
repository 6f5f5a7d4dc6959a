import { AppError, type ErrorParams } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type BulkResult, bulkInput } from '@/lib/contracts/trigger';
import type { Context } from '../context';
import { permit } from '../permit';
import { changeRules } from './change-rules';
import { type RuleFamily, WRITE } from './family';
import { applyVerb, type RuleVerb } from './rule-verb';

/**
 * One verb on many rules in one change. Those that cannot be are told with their reason; the others are done.
 * @throws AppError `forbidden`, `invalid`
 */
export async function changeMany(family: RuleFamily, context: Context, input: unknown): Promise<BulkResult> {
  permit(context.actor, WRITE);
  const { verb, ids } = parse(bulkInput, input);
  return changeRules(context, async (change) => {
    const { done, failed } = await applyVerb(family, context, change, verb, [...new Set(ids)]);
    return { done: done.map(({ id }) => id), failed: failed.map(({ id, error }) => ({ id, ...toldOf(error) })) };
  });
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
