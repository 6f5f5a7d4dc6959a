import { changes } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import type { Actor } from '@/lib/auth/actor';
import type { ChangeVerb } from '../changes/record';
import type { RuleChange } from './change-rules';
import type { RuleRow } from './rule-row';

type Changed = Pick<RuleRow, 'id' | 'name'> & { readonly before?: object; readonly after?: object };

/** Writes the change history of many rules in one statement per 500. For a single rule with a difference use `record`. */
export async function recordRules(
  { tx, accountId }: RuleChange,
  actor: Actor,
  kind: string,
  verb: ChangeVerb,
  changed: readonly Changed[],
): Promise<void> {
  const at = new Date();
  const by = { actorKind: actor.kind, actorId: actor.id, actorName: actor.name };
  const rows = changed.map(({ id, name, before, after }) => {
    return {
      ...{ accountId, id: uuidV7(), at, ...by, entityKind: kind, entityId: id, entityName: name, verb },
      ...{ before, after },
    };
  });
  for (let from = 0; from < rows.length; from += 500) {
    await tx.drizzle.insert(changes).values(rows.slice(from, from + 500));
  }
}
