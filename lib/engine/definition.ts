/**
 * The shapes of definitions. Fields, operators, actions, events and placeholders are named in their definition and
 * nowhere else: validation, menus, evaluation, facts, sentences, JSON Schema and the reference follow from these records.
 */
import type { Word } from './plain-words';
import type { FactState } from './state/fact-state';
import type { VariableState } from './state/variable-state';
import type { FactValue, Family, Json, ReferenceKind, Subject, ValueKind, ValueType } from './value';
import type { Judgement } from './verdict';

/** What an event brings along that only some fields can use. */
export type Provision = 'message' | 'queue_entry';

/** What changes how a condition compares. */
export type Switch = 'ignoreCase';
export type Switches = Readonly<Partial<Record<Switch, boolean>>>;

/** What starts a rule that names no event: something happens, time passes, or the state of the ticket. */
export type Start = 'event' | 'due' | 'state';

export interface EventDefinition {
  readonly id: string;
  readonly families: readonly Family[];
  readonly provides: readonly Provision[];
  /** Comes this many seconds after something; the rule says how many. */
  readonly seconds?: { readonly min: number; readonly max: number };
  /** Rules of families that name no event are kept under the event of the way in which their conditions start them. */
  readonly start?: Start;
  /** Conditions that a new rule on this event starts with; they may be removed. */
  readonly startsWith?: readonly { readonly field: string; readonly operator: string; readonly value: Json }[];
}

/** What can happen to a ticket; one of these at a time. Conditions that share none never hold together. */
export const OCCASIONS = [
  ...(['ticket_with_message', 'ticket_by_customer', 'ticket_by_employee', 'ticket_by_return'] as const),
  ...(['message', 'return', 'tag', 'status'] as const),
] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** A moment of a ticket that rules wait after; the database finds tickets by it. */
export type DueColumn = 'ticketCreatedAt' | 'lastCustomerReplyAt';

export interface FieldDefinition {
  readonly id: string;
  readonly families: readonly Family[];
  /** Section of the menu; labels are in the messages. */
  readonly section: string;
  readonly type: ValueType;
  /** The field is asked of one of these: the condition names it under this key. */
  readonly of?: Subject;
  /** That key stands inside the value, beside this one, which holds what the field is compared with. */
  readonly within?: string;
  /** Truth values that a condition may carry besides its value; false when absent. */
  readonly switches?: readonly Switch[];
  /** A condition on it waits for something to happen: the occasions on which it can hold. */
  readonly occasions?: (named: readonly string[], negated: boolean) => readonly Occasion[];
  /** The moment since which it counts; with an operator that comes due, a condition on it starts its rule by itself. */
  readonly since?: DueColumn;
  /** Conditions on it say tickets of which class are meant; it reads nothing but status and class. */
  readonly narrows?: boolean;
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
  | { readonly by: 'literals'; readonly fold: Fold; readonly anyOf: readonly string[] }
  /** Met by a plain text exactly when it holds one of these words; of other texts it means what `literals` means. */
  | { readonly by: 'words'; readonly fold: Fold; readonly anyOf: readonly Word[]; readonly ignoreCase: boolean };

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
  /** It says that something is not so. */
  readonly negates?: boolean;
  /** The operator that says the same of one value; where lists are allowed it takes them, too. */
  readonly ofOne?: string;
  /** Begins to hold by the passing of time alone. */
  readonly comesDue?: boolean;
  /** Prepares the comparison once; the result judges facts that `factOf` has normalised. */
  compile(expected: Json, type: ValueType, switches?: Switches): (actual: FactValue) => Judgement;
  /** What the index may rely on; undefined when nothing is known, then the condition is asked each time. */
  column?(expected: Json, type: ValueType): Column | undefined;
}

export type Parameter = { readonly name: string; readonly optional?: boolean } & (
  | {
      readonly kind: 'text';
      readonly max: number;
      /** Whether values can be inserted: `@name`, or with `liquid` `{{ name }}`. */
      readonly placeholders: boolean;
      readonly liquid?: boolean;
      readonly multiline?: boolean;
    }
  | { readonly kind: 'texts'; readonly max: number }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly unit?: 'seconds' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'tags' }
  | { readonly kind: 'lines'; readonly max: number; readonly each: number }
  | { readonly kind: 'tag' }
  | { readonly kind: 'reference'; readonly to: ReferenceKind }
  | { readonly kind: 'email' }
  | { readonly kind: 'language' }
  /** An id of the other side, which offers a list of what there is. */
  | { readonly kind: 'offered'; readonly by: Connector; readonly max: number }
);

/** What must be connected before an action can be carried out. */
export const connectors = ['ai', 'base'] as const;
export type Connector = (typeof connectors)[number];

export interface ActionDefinition {
  readonly id: string;
  readonly families: readonly Family[];
  readonly parameters: readonly Parameter[];
  /** `timer`: delays what follows. `own`: changes our own data. `external`: leaves the house. */
  readonly effect: 'timer' | 'own' | 'external';
  /** What must be connected before a rule with it can be active. */
  readonly connector?: Connector;
  /** Under which name its words stand in the messages, when another family has an action of the same id. */
  readonly words?: string;
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
  /** Part of the estimate of the wait: read only for rules that use it, which do not run while there is none. */
  readonly estimate?: boolean;
  /** Rendered from the customer as they are when the step runs, not from the snapshot. */
  readonly live?: boolean;
}

/** A value for texts in Liquid: `{{ id }}`. */
export interface VariableDefinition {
  readonly id: string;
  /** Null when there is none: it renders empty, and the firing notes it. A Date is written in zone and format. */
  read(state: VariableState): string | number | Date | null;
}

export const defineEvent = (definition: EventDefinition): EventDefinition => definition;
export const defineField = (definition: FieldDefinition): FieldDefinition => definition;
export const defineOperator = (definition: OperatorDefinition): OperatorDefinition => definition;
export const defineAction = (definition: ActionDefinition): ActionDefinition => definition;
export const definePlaceholder = (definition: PlaceholderDefinition): PlaceholderDefinition => definition;
export const defineVariable = (definition: VariableDefinition): VariableDefinition => definition;
