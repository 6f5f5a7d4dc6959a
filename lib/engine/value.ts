/** A value as JSON carries it: what rules compare with and what facts hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One fact. `null` means "there is no value"; a list is the value of a set field (tags). */
export type FactValue = null | boolean | number | string | readonly string[];

/**
 * A snapshot of facts, keyed by field id or placeholder name. A field that is asked *of* something
 * (the status of a group) holds one value per key: `{ group_status: { support: 'online' } }`.
 */
export type Facts = Readonly<Record<string, FactValue | Readonly<Record<string, FactValue>> | undefined>>;

/** What configuration a value can name. Rules name it by its key. */
export type ReferenceKind =
  | ('group' | 'brand' | 'channel' | 'schedule' | 'agent' | 'bot' | 'status')
  | ('inbox' | 'inbox_group' | 'integration');

/** How conditions on a field may be written, and what it means that there is no value. */
export interface ValueTraits {
  /** A condition may name a list: `is` then holds for one of them, `is_not` for none of them. */
  readonly several?: boolean;
  /** Only what happened has a value: without one nothing holds, neither `is` nor `is_not`. */
  readonly occurs?: boolean;
}

/** What a field can be asked of: configuration, or a name that the page gave to something. */
export type Subject = ReferenceKind | 'metadata';

/** The type of a field: decides the operators, the operand's schema and the editor's control. */
export type ValueType = ValueTraits &
  (
    | { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly labels?: 'weekday' }
    | { readonly kind: 'text' }
    /** Text of a page, compared with its case unless the condition says otherwise. */
    | { readonly kind: 'page_text' }
    | { readonly kind: 'boolean' }
    /** `open`: others than these may be named, too. `optional`: without a value any of them is meant. */
    | {
        readonly kind: 'choice';
        readonly options: readonly string[];
        readonly open?: boolean;
        readonly optional?: boolean;
      }
    | { readonly kind: 'reference'; readonly to: ReferenceKind }
    | { readonly kind: 'state'; readonly options: readonly string[] }
    | { readonly kind: 'set' }
    | { readonly kind: 'language' }
    /** 0 is Monday; conditions name one or several. */
    | { readonly kind: 'weekday' }
    /** A text in which one of several phrases is looked for. */
    | { readonly kind: 'phrases' }
    /** An e-mail address; conditions name addresses or `*@domain`. */
    | { readonly kind: 'address' }
    /** A time of the day, `HH:MM`; conditions name ranges, which may cross midnight. */
    | { readonly kind: 'daytime' }
    /** Tags that were added; each of them counts for itself. */
    | { readonly kind: 'added' }
    /** Seconds since a moment; conditions name an amount and a unit. */
    | { readonly kind: 'elapsed' }
    /** Whether it happened; conditions name no value. */
    | { readonly kind: 'occurrence' }
  );

export type ValueKind = ValueType['kind'];

/** The families of rules; each decides which events, fields and actions exist. */
export const FAMILIES = ['trigger', 'response', 'proactive', 'workflow'] as const;
export type Family = (typeof FAMILIES)[number];

/**
 * The value that an operator compares: a missing text is the empty string, a missing boolean is false,
 * a missing set is empty; a missing number or choice stays `null`.
 */
export function factOf(type: ValueType, raw: FactValue | undefined): FactValue {
  if (raw !== undefined && raw !== null) return raw;
  if (type.occurs) return null;
  if (type.kind === 'text' || type.kind === 'phrases' || type.kind === 'page_text') return '';
  if (type.kind === 'boolean') return false;
  if (type.kind === 'set') return [];
  return null;
}
