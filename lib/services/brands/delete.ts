import { AppError, type Use } from '@/lib/contracts/app-error';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { markBroken, usedBy } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { readBrand } from './read';

/**
 * A brand that owns channels stays, even with `force`: a channel has a brand. Rules that name it become broken.
 * @throws AppError `in_use` with the list, `forbidden`, `not_found`
 */
export async function deleteBrand(context: Context, keyOrId: string, { force = false } = {}): Promise<void> {
  permit(context.actor, 'organisation.write');
  await changeRules(context, async ({ tx, accountId }) => {
    const { id, key, name } = await requireByKey(tx, 'brands', accountId, keyOrId);
    const before = await readBrand(tx, accountId, id);
    const channels = await tx.query<Use>(
      `select 'channel' as kind, key as id, name from channels where account_id = $1 and brand_id = $2 order by 3`,
      [accountId, id],
    );
    const uses = [...channels, ...(await usedBy(tx, accountId, 'brand', key))];
    const blocked = channels.length > 0 || (uses.length > 0 && !force);
    if (blocked) throw new AppError('in_use', { kind: 'brand', count: uses.length }, { uses });
    await tx.query('delete from brands where account_id = $1 and id = $2', [accountId, id]);
    await markBroken(tx, context.actor, 'brand', key);
    await record(tx, context.actor, { kind: 'brand', id, name, verb: 'deleted', before });
  });
}
