import type { Json } from './value';

/** One condition: a field (of something, for fields such as the status of a group), an operator, a value. */
export interface Condition {
  readonly field: string;
  readonly operator: string;
  /** Absent where the condition needs none. */
  readonly value?: Json;
  readonly [operand: string]: Json | undefined;
}

/** Exactly one of ALL, ANY, NONE over conditions and further groups. */
export type Group =
  | { readonly all: readonly Node[] }
  | { readonly any: readonly Node[] }
  | { readonly none: readonly Node[] };
export type Node = Condition | Group;
export type Combinator = 'all' | 'any' | 'none';

export interface Action {
  readonly action: string;
  readonly [parameter: string]: Json | undefined;
}

/** What the engine needs of any rule; names, versions and authors are the business of the services. */
export interface Rule {
  readonly id: string;
  readonly on: string;
  readonly when: Group;
  readonly do: readonly Action[];
  /** Keys of configuration that this rule names and that no longer exist: their conditions are unknown. */
  readonly gone?: readonly string[];
}

export const COMBINATORS: readonly Combinator[] = ['all', 'any', 'none'];

export function isGroup(node: Node): node is Group {
  return !('field' in node);
}

/** A group's combinator and its items. Throws on a malformed group, which never passes validation. */
export function partsOf(group: Group): { combinator: Combinator; items: readonly Node[] } {
  if ('all' in group) return { combinator: 'all', items: group.all };
  if ('any' in group) return { combinator: 'any', items: group.any };
  if ('none' in group) return { combinator: 'none', items: group.none };
  throw new Error('A group needs all, any or none');
}

/** The same group with other items. */
export function groupOf(combinator: Combinator, items: readonly Node[]): Group {
  if (combinator === 'all') return { all: items };
  return combinator === 'any' ? { any: items } : { none: items };
}

/** Every condition of a tree with its path (`when.all[0]`), in reading order. */
export function* conditionsOf(group: Group, path = 'when'): Generator<{ condition: Condition; path: string }> {
  const { combinator, items } = partsOf(group);
  for (const [index, item] of items.entries()) {
    const at = `${path}.${combinator}[${index}]`;
    if (isGroup(item)) yield* conditionsOf(item, at);
    else yield { condition: item, path: at };
  }
}
