import { askingOf, keyAsked } from './operand';
import { actionOf, fieldOf } from './registry';
import { type Action, type Condition, conditionsOf, type Group, groupOf, isGroup, type Node, partsOf } from './rule';
import type { Family, Json, ReferenceKind, Subject } from './value';

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
    const at = field.within === undefined ? path : `${path}.value`;
    const of = isConfiguration(field.of)
      ? [{ kind: field.of, key: String(keyAsked(field, condition)), path: `${at}.${field.of}` }]
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

/** Every reference of a list of actions, in reading order. */
export function referencesOfActions(family: Family, actions: readonly Action[]): RuleReference[] {
  return actions.flatMap((action, index) =>
    (actionOf(family, action.action)?.parameters ?? []).flatMap((parameter) =>
      parameter.kind === 'reference' && typeof action[parameter.name] === 'string'
        ? [{ kind: parameter.to, key: String(action[parameter.name]), path: `do[${index}].${parameter.name}` }]
        : [],
    ),
  );
}

/** The same actions with every reference renamed. */
export function renameInActions(
  family: Family,
  actions: readonly Action[],
  rename: (kind: ReferenceKind, key: string) => string,
): Action[] {
  return actions.map((action) => {
    const renamed = (actionOf(family, action.action)?.parameters ?? []).flatMap((parameter) =>
      parameter.kind === 'reference' && typeof action[parameter.name] === 'string'
        ? [[parameter.name, rename(parameter.to, String(action[parameter.name]))]]
        : [],
    );
    return { ...action, ...Object.fromEntries(renamed) };
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
  const asking = isConfiguration(field.of)
    ? askingOf(field, node, rename(field.of, String(keyAsked(field, node))))
    : node;
  const { type } = field;
  return type.kind === 'reference' ? { ...asking, value: renamedValue(asking, type.to, rename) } : asking;
}

/** Whether a field is asked of something that is configured, and so can be renamed or deleted. */
export function isConfiguration(of: Subject | undefined): of is ReferenceKind {
  return of !== undefined && of !== 'metadata';
}

function renamedValue(
  { value }: Condition,
  to: ReferenceKind,
  rename: (kind: ReferenceKind, key: string) => string,
): Json {
  return Array.isArray(value) ? value.map((each) => rename(to, String(each))) : rename(to, String(value));
}
