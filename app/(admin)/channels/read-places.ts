import { listBrands } from '@/lib/services/brands/read';
import type { Context } from '@/lib/services/context';
import { listGroups } from '@/lib/services/groups/read';

const all = { page: 1, pageSize: 200 };

/** Brands and groups that a channel can belong to, by name. */
export async function readPlaces(context: Context) {
  const [brands, groups] = await Promise.all([listBrands(context, all), listGroups(context, all)]);
  const named = ({ key, name }: { key: string; name: string }) => ({ key, name });
  // Active ones first: a new channel is offered the first.
  const offered = [...brands.items].sort((a, b) => Number(b.active) - Number(a.active));
  return { brands: offered.map(named), groups: groups.items.map(named) };
}
