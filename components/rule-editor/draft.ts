/**
 * The rule as the visual editor holds it: the same tree as the JSON, every item with a key of its own so that it keeps
 * its controls and focus while it moves. `draftOf` and `ruleOf` are inverse for every valid rule.
 */
import { actionOf, eventOf, fieldOf, operatorsFor } from '@/lib/engine/registry';
import { type Action, type Combinator, type Condition, type Group, groupOf, isGroup, partsOf } from '@/lib/engine/rule';
import type { Family, Json, ValueType } from '@/lib/engine/value';

export interface ConditionDraft {
  readonly key: string;
  readonly condition: Condition;
  /** Just added by hand: the editor goes on there. */
  readonly fresh?: true;
}

export interface GroupDraft {
  readonly key: string;
  readonly combinator: Combinator;
  readonly items: readonly ItemDraft[];
}

export type ItemDraft = ConditionDraft | GroupDraft;

export interface ActionDraft {
  readonly key: string;
  readonly action: Action;
}

export interface RuleDraft {
  readonly on: string;
  readonly when: GroupDraft;
  readonly do: readonly ActionDraft[];
}

export interface RuleBody {
  readonly on: string;
  readonly when: Group;
  readonly do: readonly Action[];
}

let counter = 0;
/** A key for React, unique in this page; never stored. */
export const newKey = (): string => `item-${++counter}`;

export const isGroupDraft = (item: ItemDraft): item is GroupDraft => 'items' in item;

export function draftOf(rule: RuleBody): RuleDraft {
  return { on: rule.on, when: groupDraftOf(rule.when), do: rule.do.map((action) => ({ key: newKey(), action })) };
}

export function ruleOf(draft: RuleDraft): RuleBody {
  return { on: draft.on, when: groupIn(draft.when), do: draft.do.map(({ action }) => action) };
}

/** A rule on an event, with the conditions that such a rule starts with. */
export function emptyDraft(event: string): RuleDraft {
  const start = eventOf(event)?.startsWith ?? [];
  const blank = { key: newKey(), condition: conditionOn('') };
  const conditions = start.length > 0 ? start.map((condition) => ({ key: newKey(), condition })) : [blank];
  return { on: event, when: { key: newKey(), combinator: 'all', items: conditions }, do: [] };
}

/** A condition that nobody has said anything about yet. */
export function newCondition(): ConditionDraft {
  return { key: newKey(), condition: conditionOn(''), fresh: true };
}

/** A condition on a field with its first operator and an empty value. */
export function conditionOn(fieldId: string): Condition {
  const field = fieldOf(fieldId);
  const operator = field && operatorsFor(field)[0];
  if (!field || !operator) return { field: fieldId, operator: '', value: '' };
  const start = { field: fieldId, operator: operator.id };
  const value = initialValue(field.type, operator.operand === 'many');
  if (value === undefined) return start;
  if (field.of === undefined) return { ...start, value };
  return field.within === undefined
    ? { ...start, [field.of]: '', value }
    : { ...start, value: { [field.of]: '', [field.within]: value } };
}

/** The condition under another operator; the value stays where its shape allows it. */
export function withOperator(condition: Condition, operatorId: string): Condition {
  const field = fieldOf(condition.field);
  const operator = field && operatorsFor(field).find(({ id }) => id === operatorId);
  if (!field || !operator) return condition;
  const { value = null } = condition;
  // Whatever it says of one value it says of several.
  if (field.type.several || field.within !== undefined) return { ...condition, operator: operatorId };
  const wantsMany = operator.operand === 'many';
  const kept: Json =
    Array.isArray(value) === wantsMany ? value : wantsMany ? (value === '' ? [] : [value]) : firstOf(value, field.type);
  return { ...condition, operator: operatorId, ...(condition.value !== undefined && { value: kept }) };
}

export function newAction(family: Family, id: string): ActionDraft {
  return { key: newKey(), action: { action: id, ...actionOf(family, id)?.initial } };
}

function firstOf(value: Json, type: ValueType): Json {
  return Array.isArray(value) && value.length > 0 ? value[0] : (initialValue(type, false) ?? '');
}

/** Undefined where a condition names nothing at first. */
function initialValue(type: ValueType, many: boolean): Json | undefined {
  if (type.kind === 'occurrence' || (type.kind === 'choice' && type.optional)) return undefined;
  if (type.kind === 'elapsed') return { amount: 24, unit: 'hours' };
  if (type.kind === 'daytime') return [{ from: '18:00', to: '08:00' }];
  if (many || type.several) return [];
  if (type.kind === 'integer') return type.min;
  if (type.kind === 'boolean') return true;
  if (type.kind === 'choice' || type.kind === 'state') return type.options[0] ?? '';
  return '';
}

function groupDraftOf(group: Group): GroupDraft {
  const { combinator, items } = partsOf(group);
  const drafts = items.map((item) => (isGroup(item) ? groupDraftOf(item) : { key: newKey(), condition: item }));
  return { key: newKey(), combinator, items: drafts };
}

function groupIn(draft: GroupDraft): Group {
  return groupOf(
    draft.combinator,
    draft.items.map((item) => (isGroupDraft(item) ? groupIn(item) : item.condition)),
  );
}
