import type { RuleChange } from './change-rules';
import type { RuleRow } from './rule-row';
import { nextPosition } from './write';

/**
 * Makes room for a rule at the place that its caller wants, 1 being the first, and answers its position; without a wish
 * the place after the last one. The others keep their order.
 */
export async function takePlace(
  change: RuleChange,
  family: RuleRow['family'],
  id: string,
  wanted: number | undefined,
): Promise<number> {
  if (wanted === undefined) return nextPosition(change, family);
  const { tx, accountId, setVersion } = change;
  const others = await tx.query<{ id: string }>(
    'select id from rules where account_id = $1 and family = $2 and id <> $3 and deleted_at is null order by position, id',
    [accountId, family, id],
  );
  const place = Math.min(wanted, others.length + 1);
  const order = others.map((each, index) => ({ id: each.id, position: index + 1 + (index + 1 >= place ? 1 : 0) }));
  await tx.query(
    `update rules set position = o.position, changed_in = $2
      from jsonb_to_recordset($3::text::jsonb) as o(id uuid, position integer)
      where rules.account_id = $1 and rules.id = o.id and rules.position <> o.position`,
    [accountId, setVersion, JSON.stringify(order)],
  );
  return place;
}
