import type { Queries } from '@/db/client';
import type { Use } from '@/lib/contracts/app-error';
import { referencesOfRule } from '@/lib/engine/bodies';
import type { Family, ReferenceKind } from '@/lib/engine/value';
import type { StoredBody } from './rule-row';

interface Rule extends Record<string, unknown> {
  kind: Family;
  id: string;
  name: string;
  body: StoredBody;
}

/** The rules that name each thing of a kind, by its key: for lists, which would ask one by one otherwise. */
export async function rulesByReference(
  tx: Queries,
  accountId: string,
  kind: ReferenceKind,
): Promise<Map<string, Use[]>> {
  // The text of the body narrows the search, the tree decides.
  const rules = await tx.query<Rule>(
    `select family as kind, id::text, name, body from rules
      where account_id = $1 and deleted_at is null and body::text like $2 and jsonb_typeof(body->'when') = 'object'
      order by lower(name)`,
    [accountId, `%${kind}%`],
  );
  const uses = new Map<string, Use[]>();
  for (const { kind: family, id, name, body } of rules) {
    const keys = referencesOfRule(family, body).flatMap((each) => (each.kind === kind ? [each.key] : []));
    for (const key of new Set(keys)) uses.set(key, [...(uses.get(key) ?? []), { kind: family, id, name }]);
  }
  return uses;
}
