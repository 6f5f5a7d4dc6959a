import { actionsFor, placeholders, variables } from '@/lib/engine/registry';
import type { Family } from '@/lib/engine/value';

export interface TextName {
  readonly id: string;
  /** As it stands in a text. */
  readonly written: string;
  /** Key of what it stands for, in the words of rules. */
  readonly words: 'placeholder.message';
}

/** Whether the family's texts are written in Liquid. */
export function isLiquid(family: Family): boolean {
  return actionsFor(family).some(({ parameters }) => parameters.some((each) => each.kind === 'text' && each.liquid));
}

/** The names that the texts of a family's rules can hold: `@name`, or `{{ name }}`. */
export function namesIn(family: Family): readonly TextName[] {
  const [names, kind] = isLiquid(family)
    ? ([variables, 'variable'] as const)
    : ([placeholders, 'placeholder'] as const);
  return names.map(({ id }) => ({
    id,
    written: kind === 'variable' ? `{{ ${id} }}` : `@${id}`,
    words: `${kind}.${id}` as 'placeholder.message',
  }));
}
