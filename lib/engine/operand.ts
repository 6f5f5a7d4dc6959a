/** Where in a condition the parts stand that its field is asked of and compared with. */
import type { FieldDefinition } from './definition';
import type { Condition } from './rule';
import type { Json } from './value';

type Asked = Pick<FieldDefinition, 'of' | 'within'>;

/** The key of what the field is asked of, as the condition names it; undefined for fields that are asked of nothing. */
export function keyAsked({ of, within }: Asked, condition: Condition): Json | undefined {
  if (of === undefined) return undefined;
  return within === undefined ? condition[of] : partOf(condition.value, of);
}

/** What the field is compared with. Nothing is null. */
export function operandOf({ within }: Asked, { value }: Condition): Json {
  return (within === undefined ? value : partOf(value, within)) ?? null;
}

/** The condition with another key. */
export function askingOf({ of, within }: Asked, condition: Condition, key: string): Condition {
  if (of === undefined) return condition;
  if (within === undefined) return { ...condition, [of]: key };
  const { value } = condition;
  return isRecord(value) ? { ...condition, value: { ...value, [of]: key } } : condition;
}

/** The condition compared with another value; with undefined it names none. */
export function comparing({ within }: Asked, condition: Condition, operand: Json | undefined): Condition {
  if (operand === undefined) {
    const { value: _value, ...rest } = condition;
    return rest;
  }
  if (within === undefined) return { ...condition, value: operand };
  const { value } = condition;
  return { ...condition, value: { ...(isRecord(value) && value), [within]: operand } };
}

function partOf(value: Json | undefined, name: string): Json | undefined {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
