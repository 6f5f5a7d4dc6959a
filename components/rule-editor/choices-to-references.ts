import type { Schedule } from '@/lib/engine/hours/schedule';
import type { ReferenceKind } from '@/lib/engine/value';
import type { References } from './editor-context';

interface Choice {
  readonly key: string;
  readonly name: string;
  readonly active: boolean;
}

/** What the server says of the account's configuration, as the editor's menus read it. */
export function referencesOf(
  choices: {
    readonly byKind: { readonly [kind in ReferenceKind]?: readonly Choice[] };
    readonly tags: readonly string[];
    readonly seen?: References['seen'];
    readonly offered?: References['offered'];
    readonly hours?: readonly (Schedule & { readonly key: string })[];
  },
  inactive: string,
): References {
  const kinds = Object.entries(choices.byKind).map(([kind, known]) => [
    kind,
    known.map(({ key, name, active }) => ({ key, name, ...(!active && { note: inactive }) })),
  ]);
  const { tags, seen, offered, hours = [] } = choices;
  return { ...Object.fromEntries(kinds), tags, seen, offered, hours };
}
