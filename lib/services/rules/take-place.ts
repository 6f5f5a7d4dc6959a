import type { RuleChange } from './change-rules';
import type { RuleRow } from './rule-row';
import { nextPosition } from './write';

type Family = RuleRow['family'];

/**
 * Makes room for a rule at the place that its caller wants, 1 being the first, and answers its position; without a wish
 * the place after the last one. The others keep their order.
 */
export async function takePlace(
  change: RuleChange,
  family: Family,
  id: string,
  wanted: number | undefined,
): Promise<number> {
  if (wanted === undefined) return nextPosition(change, family);
  const others = (await idsInOrder(change, family)).filter((each) => each !== id);
  const place = Math.min(wanted, others.length + 1);
  await setPositions(change, [...others.slice(0, place - 1), id, ...others.slice(place - 1)]);
  return place;
}

/**
 * After rules have gone or come back: positions are 1, 2, … again, and what came back stands where it stood.
 * @param back with the positions that they had
 */
export async function closeRanks(
  change: RuleChange,
  family: Family,
  back: readonly { readonly id: string; readonly position: number }[],
): Promise<void> {
  const order = (await idsInOrder(change, family)).filter((id) => !back.some((each) => each.id === id));
  for (const { id, position } of back.toSorted((a, b) => a.position - b.position)) order.splice(position - 1, 0, id);
  await setPositions(change, order);
}

async function idsInOrder({ tx, accountId }: RuleChange, family: Family): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'select id from rules where account_id = $1 and family = $2 and deleted_at is null order by position, id',
    [accountId, family],
  );
  return rows.map(({ id }) => id);
}

/** Positions 1, 2, …; only rules whose place is another one are touched. */
export async function setPositions({ tx, accountId, setVersion }: RuleChange, ids: readonly string[]): Promise<void> {
  await tx.query(
    `update rules set position = o.position, changed_in = $2
      from jsonb_array_elements_text($3::text::jsonb) with ordinality as o(id, position)
      where rules.account_id = $1 and rules.id = o.id::uuid and rules.position <> o.position`,
    [accountId, setVersion, JSON.stringify(ids)],
  );
}
