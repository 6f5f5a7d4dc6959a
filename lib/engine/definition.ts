/**
 * The shapes of definitions. Fields, operators, actions, events and placeholders are named in their definition and
 * nowhere else: validation, menus, evaluation, facts, sentences, JSON Schema and the reference follow from these records.
 */
import type { FactState } from './state/fact-state';
import type { FactValue, Family, Json, Subject, ValueKind, ValueType } from './value';
import type { Judgement } from './verdict';

/** What an event brings along that only some fields can use. */
export type Provision = 'message' | 'queue_entry';

/** What changes how a condition compares. */
export type Switch = 'ignoreCase';
export type Switches = Readonly<Partial<Record<Switch, boolean>>>;

export interface EventDefinition {
  readonly id: string;
  readonly families: readonly Family[];
  readonly provides: readonly Provision[];
  /** Comes this many seconds after something; the rule says how many. */
  readonly seconds?: { readonly min: number; readonly max: number };
  /** Conditions that a new rule on this event starts with; they may be removed. */
  readonly startsWith?: readonly { readonly field: string; readonly operator: string; readonly value: Json }[];
}

export interface FieldDefinition {
  readonly id: string;
  readonly families: readonly Family[];
  /** Section of the menu; labels are in the messages. */
  readonly section: string;
  readonly type: ValueType;
  /** The field is asked of one of these: the condition names it under this key. */
  readonly of?: Subject;
  /** Truth values that a condition may carry besides its value; false when absent. */
  readonly switches?: readonly Switch[];
  /** Only events that provide this can satisfy a condition on the field. */
  readonly needs?: Provision;
  /** The fact, out of the state after the event; for a field with `of`, one value per key. */
  read(state: FactState): FactValue | Readonly<Record<string, FactValue>>;
}

/** The shape of the value an operator takes, relative to the field's type. */
export type Operand = 'one' | 'many' | 'pattern';

/** A value that a fact can be equal to. */
export type Point = string | number | boolean;

/**
 * How an index finds the rules whose condition holds without asking each of them. `compile` stays the meaning, and the
 * index samples it; the column only says on what its judgement depends.
 */
export type Column =
  /** On which points the fact equals (a list: holds; with `keysOf`: one of its keys equals), and on nothing else. */
  | { readonly by: 'value'; readonly points: readonly Point[]; readonly keysOf?: (actual: string) => readonly string[] }
  /** On whether the number lies below, at or above each point. */
  | { readonly by: 'order'; readonly points: readonly number[] }
  /** On whether the `fold` of the text holds `folded` and, if it is given, the text itself holds `exact`. */
  | { readonly by: 'substring'; readonly fold: Fold; readonly folded: string; readonly exact?: string }
  /** Never met by a text whose `fold` holds none of these; otherwise `compile` must be asked. */
  | { readonly by: 'literals'; readonly fold: Fold; readonly anyOf: readonly string[] };

/** Folds a text; one that is all ASCII becomes its lower case. */
export type Fold = (text: string) => string;

export interface OperatorDefinition {
  readonly id: string;
  readonly for: readonly ValueKind[];
  readonly operand: Operand;
  /** Whether text may be compared with the empty string. */
  readonly allowsEmpty?: boolean;
  /** Of a pattern: whether it is matched without regard to case. */
  readonly ignoresCase?: boolean;
  /** Prepares the comparison once; the result judges facts that `factOf` has normalised. */
  compile(expected: Json, type: ValueType, switches?: Switches): (actual: FactValue) => Judgement;
  /** What the index may rely on; undefined when nothing is known, then the condition is asked each time. */
  column?(expected: Json, type: ValueType): Column | undefined;
}

export type Parameter = { readonly name: string; readonly optional?: boolean } & (
  | { readonly kind: 'text'; readonly max: number; readonly placeholders: boolean; readonly multiline?: boolean }
  | { readonly kind: 'texts'; readonly max: number }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly unit?: 'seconds' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'tags' }
  | { readonly kind: 'lines'; readonly max: number; readonly each: number }
);

export interface ActionDefinition {
  readonly id: string;
  readonly families: readonly Family[];
  readonly parameters: readonly Parameter[];
  /** `timer`: delays what follows. `own`: changes our own data. `external`: leaves the house. */
  readonly effect: 'timer' | 'own' | 'external';
  /** Must be the last action of its rule. */
  readonly last?: boolean;
  /** Name of the icon in the interface. */
  readonly icon: string;
  /** What the editor fills in when the action is added. */
  readonly initial: Readonly<Record<string, Json>>;
}

export interface PlaceholderDefinition {
  readonly id: string;
  readonly type: 'integer' | 'text';
  /** How a non-text value is written: as a boolean word, or by the label of a choice. */
  readonly labels?: 'boolean' | 'status' | 'sender_type';
  /** Where the value comes from when no field of the same id exists. */
  readonly read?: (state: FactState) => FactValue;
  /** Whether a rule that uses it cannot run while there is no value. */
  readonly required?: boolean;
  /** Rendered from the customer as they are when the step runs, not from the snapshot. */
  readonly live?: boolean;
}

export const defineEvent = (definition: EventDefinition): EventDefinition => definition;
export const defineField = (definition: FieldDefinition): FieldDefinition => definition;
export const defineOperator = (definition: OperatorDefinition): OperatorDefinition => definition;
export const defineAction = (definition: ActionDefinition): ActionDefinition => definition;
export const definePlaceholder = (definition: PlaceholderDefinition): PlaceholderDefinition => definition;
