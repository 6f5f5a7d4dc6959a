import { actionOf, fieldOf } from '@/lib/engine/registry';
import { type Action, type Condition, type Group, groupOf, isGroup, partsOf } from '@/lib/engine/rule';
import type { Family, Json } from '@/lib/engine/value';
import type { RuleBody } from './draft';

const WIDTH = 96;

/** The rule with its keys in the order of the reference; stored JSON has no order of its own. */
export function inOrder(family: Family, { on, when, do: actions }: RuleBody): RuleBody {
  return { on, when: groupInOrder(when), do: actions.map((action) => actionInOrder(family, action)) };
}

function groupInOrder(group: Group): Group {
  const { combinator, items } = partsOf(group);
  return groupOf(
    combinator,
    items.map((item) => (isGroup(item) ? groupInOrder(item) : conditionInOrder(item))),
  );
}

function conditionInOrder({ field, operator, value, ...rest }: Condition): Condition {
  return { field, ...rest, operator, ...(value !== undefined && { value: valueInOrder(field, value) }) };
}

/** The parts of a value, as the reference writes them. */
function valueInOrder(fieldId: string, value: Json): Json {
  if (Array.isArray(value)) return value.map((each) => valueInOrder(fieldId, each));
  if (typeof value !== 'object' || value === null) return value;
  const { of, within, type } = fieldOf(fieldId) ?? {};
  const names = within === undefined ? PARTS[type?.kind ?? ''] : [of, within];
  const given = value as { readonly [key: string]: Json };
  const known = (names ?? []).flatMap((name) => (name !== undefined && name in given ? [[name, given[name]]] : []));
  return { ...Object.fromEntries(known), ...given };
}

const PARTS: Readonly<Record<string, readonly string[]>> = { daytime: ['from', 'to'], elapsed: ['amount', 'unit'] };

function actionInOrder(family: Family, { action, ...given }: Action): Action {
  const names = (actionOf(family, action)?.parameters ?? []).map(({ name }) => name);
  const known = names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]);
  return { action, ...Object.fromEntries(known), ...given };
}

/** JSON as rules are written here: a condition or an action on one line where it fits, lists of them one a line. */
export function formatRule(value: Json | undefined, indent = ''): string {
  const inline = inlineOf(value);
  if (!isLarge(value) || (indent !== '' && !holdsObjects(value) && indent.length + inline.length <= WIDTH))
    return inline;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((each) => deeper + formatRule(each, deeper)).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value ?? {}).filter(([, each]) => each !== undefined);
  const lines = entries.map(([key, each]) => `${deeper}${JSON.stringify(key)}: ${formatRule(each as Json, deeper)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function inlineOf(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(inlineOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([key, each]) => `${JSON.stringify(key)}: ${inlineOf(each as Json)}`).join(', ')} }`;
}

function isLarge(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** Lists of conditions and groups stand open, however short they are. */
function holdsObjects(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.some((each) => typeof each === 'object' && each !== null);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each) => Array.isArray(each) && holdsObjects(each));
}
