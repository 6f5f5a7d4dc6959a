import { brands } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { type Brand, type BrandInput, brandInput } from '@/lib/contracts/brand';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { chooseKey } from '../find-by-key';
import { permit } from '../permit';
import { healReferences } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { readBrand } from './read';

/** @throws AppError `forbidden`, `invalid` (`key_taken`) */
export async function createBrand(context: Context, input: BrandInput): Promise<Brand> {
  permit(context.actor, 'organisation.write');
  const { name, key: wanted, active = true } = parse(brandInput, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const id = uuidV7();
    const key = await chooseKey(tx, 'brands', accountId, { key: wanted, name });
    await tx.drizzle.insert(brands).values({ accountId, id, key, name, active });
    await healReferences(tx, accountId, 'brand', key);
    const brand = await readBrand(tx, accountId, id);
    await record(tx, context.actor, { kind: 'brand', id, name, verb: 'created', after: brand });
    return brand;
  });
}
