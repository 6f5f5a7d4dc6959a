import { invalid } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { orderInput } from '@/lib/contracts/rule-order';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { changeRules } from './change-rules';
import { type RuleFamily, WRITE } from './family';
import { setPositions } from './take-place';

/**
 * Gives all rules of a family their positions: 1, 2, … in the order of `ids`, which names every one of them once.
 * @throws AppError `forbidden`, `invalid`
 */
export async function orderRules({ family, kind }: RuleFamily, context: Context, input: unknown): Promise<void> {
  permit(context.actor, WRITE);
  const ids = [...new Set(parse(orderInput, input).ids.map((id) => id.toLowerCase()))];
  await changeRules(context, async (change) => {
    const { tx, accountId } = change;
    const rows = await tx.query<{ id: string; name: string }>(
      `select id, name from rules where account_id = $1 and family = $2 and deleted_at is null order by position, id`,
      [accountId, family],
    );
    const known = rows.map(({ id }) => id);
    const unknown = ids.findIndex((id) => !known.includes(id));
    if (unknown >= 0) throw invalid(`ids[${unknown}]`, 'unknown_reference', { kind, key: ids[unknown] ?? '' });
    const missing = rows.find(({ id }) => !ids.includes(id));
    if (missing) throw invalid('ids', 'order_incomplete', { name: missing.name });
    if (ids.join() === known.join()) return;
    await setPositions(change, ids);
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    const told = (order: readonly string[]) => order.map((id) => names.get(id) ?? id);
    await record(tx, context.actor, {
      kind,
      id: family,
      name: '',
      verb: 'reordered',
      before: { order: told(known) },
      after: { order: told(ids) },
    });
  });
}
