import { fieldOf } from './registry';
import { type Condition, conditionsOf, type Group, groupOf, isGroup, type Node, partsOf } from './rule';
import type { Json, ReferenceKind, Subject } from './value';

/** One place in a rule that names configuration by key. */
export interface RuleReference {
  readonly kind: ReferenceKind;
  readonly key: string;
  readonly path: string;
}

/** Every reference of a tree of conditions, in reading order. */
export function referencesIn(when: Group): RuleReference[] {
  return [...conditionsOf(when)].flatMap(({ condition, path }) => {
    const field = fieldOf(condition.field);
    if (!field) return [];
    const of = isConfiguration(field.of)
      ? [{ kind: field.of, key: String(condition[field.of]), path: `${path}.${field.of}` }]
      : [];
    const { type } = field;
    if (type.kind !== 'reference') return of;
    const { value } = condition;
    if (!Array.isArray(value)) return [...of, { kind: type.to, key: String(value), path: `${path}.value` }];
    return [
      ...of,
      ...value.map((each, index) => ({ kind: type.to, key: String(each), path: `${path}.value[${index}]` })),
    ];
  });
}

/** The same tree with every reference renamed: for callers that name things by uuid. */
export function renameReferences(when: Group, rename: (kind: ReferenceKind, key: string) => string): Group {
  const { combinator, items } = partsOf(when);
  return groupOf(
    combinator,
    items.map((item) => renameIn(item, rename)),
  );
}

function renameIn(node: Node, rename: (kind: ReferenceKind, key: string) => string): Node {
  if (isGroup(node)) return renameReferences(node, rename);
  const field = fieldOf(node.field);
  if (!field) return node;
  const of = isConfiguration(field.of) ? { [field.of]: rename(field.of, String(node[field.of])) } : {};
  return {
    ...node,
    ...of,
    value: renamedValue(node, field.type.kind === 'reference' ? field.type.to : undefined, rename),
  };
}

/** Whether a field is asked of something that is configured, and so can be renamed or deleted. */
export function isConfiguration(of: Subject | undefined): of is ReferenceKind {
  return of !== undefined && of !== 'metadata';
}

function renamedValue(
  { value }: Condition,
  to: ReferenceKind | undefined,
  rename: (kind: ReferenceKind, key: string) => string,
): Json {
  if (to === undefined) return value;
  return Array.isArray(value) ? value.map((each) => rename(to, String(each))) : rename(to, String(value));
}
