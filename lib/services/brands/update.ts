import { and, eq } from 'drizzle-orm';
import { brands } from '@/db/schema';
import { type Brand, type BrandChange, brandChange } from '@/lib/contracts/brand';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { readBrand } from './read';

/** What the change leaves out stays. @throws AppError `forbidden`, `not_found`, `invalid` */
export async function updateBrand(context: Context, keyOrId: string, input: BrandChange): Promise<Brand> {
  permit(context.actor, 'organisation.write');
  const { name, active } = parse(brandChange, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const { id } = await requireByKey(tx, 'brands', accountId, keyOrId);
    const before = await readBrand(tx, accountId, id);
    await tx.drizzle
      .update(brands)
      .set({ name, active, updatedAt: new Date() })
      .where(and(eq(brands.accountId, accountId), eq(brands.id, id)));
    const after = await readBrand(tx, accountId, id);
    await record(tx, context.actor, { kind: 'brand', id, name: after.name, verb: 'updated', before, after });
    return after;
  });
}
