import type { References } from '@/components/rule-editor/editor-context';
import type { Context } from '@/lib/services/context';
import { loadReferences } from '@/lib/services/rules/references';

/** Names behind the keys that traces carry. */
export async function readReferences({ db, actor }: Context): Promise<References> {
  const { byKind } = await loadReferences(db, actor.accountId);
  return Object.fromEntries(
    [...byKind].map(([kind, entries]) => [kind, [...entries].map(([key, { name }]) => ({ key, name }))]),
  );
}
