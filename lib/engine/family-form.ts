/** How the rules of a family are written: what the walk over a body, the schema and the editor allow. */
import type { Combinator } from './rule';
import type { Family } from './value';

export interface FamilyForm {
  /** The rule says on what it runs; otherwise its conditions do (`start.ts`). */
  readonly namesEvent: boolean;
  readonly combinators: readonly Combinator[];
  /** Groups may stand in groups. */
  readonly nests: boolean;
}

const TREE = { namesEvent: true, combinators: ['all', 'any', 'none'], nests: true } as const;

export const FORMS: Readonly<Record<Family, FamilyForm>> = {
  trigger: TREE,
  response: TREE,
  proactive: TREE,
  workflow: { namesEvent: false, combinators: ['all'], nests: false },
};
