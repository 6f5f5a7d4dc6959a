/**
 * Placeholders in texts: `@customer_name`. A name begins at the start or after a character that is no letter, digit,
 * `_`, `.` or `-`, is lower case, and the longest name wins. Values are data: what they contain is never read again.
 */
import { fieldOf, placeholders } from './registry';
import type { FactState } from './state/fact-state';
import type { Facts, FactValue } from './value';

/** How values that are no text are written in the account's language. */
export interface ValueLabels {
  readonly boolean: { readonly true: string; readonly false: string };
  readonly status: Readonly<Record<string, string>>;
  readonly sender_type: Readonly<Record<string, string>>;
}

const NAME = /(?<![\p{L}\p{N}_.-])@([a-z0-9_]+)(?![\p{L}\p{N}_])/gu;
const byId = new Map(placeholders.map((placeholder) => [placeholder.id, placeholder]));

/** The placeholders that a text uses, each once. */
export function placeholdersIn(text: string): string[] {
  const names = [...text.matchAll(NAME)].flatMap(([, name]) => (name !== undefined && byId.has(name) ? [name] : []));
  return [...new Set(names)];
}

/** Words with an @ that look like placeholders and are none, with their place in UTF-16 units: for the editor. */
export function unknownPlaceholdersIn(text: string): { name: string; from: number; to: number }[] {
  return [...text.matchAll(NAME)].flatMap((match) => {
    const name = match[1];
    if (name === undefined || byId.has(name) || !looksMisspelt(name)) return [];
    return [{ name, from: match.index, to: match.index + match[0].length }];
  });
}

/** The text with every known placeholder replaced, once. Unknown @words stay as typed. */
export function renderPlaceholders(text: string, facts: Facts, labels: ValueLabels): string {
  return text.replace(NAME, (typed, name: string) => {
    const placeholder = byId.get(name);
    if (!placeholder) return typed;
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    return written(fact === undefined || isRecord(fact) ? defaultOf(name) : fact, placeholder.labels, labels);
  });
}

/** The placeholders that some texts use, each once. */
export function placeholdersOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(placeholdersIn))];
}

/** The facts that are kept with a firing so that later steps can render: only what its texts use. */
export function factsUsedBy(placeholders: readonly string[], facts: Facts): Facts {
  const used = new Set(placeholders);
  return Object.fromEntries(Object.entries(facts).filter(([id]) => used.has(id)));
}

/** Whether a rule with these placeholders needs an estimate of the wait. */
export function needsEstimate(placeholders: readonly string[]): boolean {
  return placeholders.some((name) => byId.get(name)?.estimate);
}

/** Whether it needs one that is not there: then it does not run. */
export function lacksEstimate(placeholders: readonly string[], facts: Facts): boolean {
  return placeholders.some((name) => byId.get(name)?.estimate && facts[name] === undefined);
}

/** Values that are read again when a step runs: names and addresses as they are then. */
export function liveFacts(state: Pick<FactState, 'customer'>, facts: Facts): Facts {
  const live = placeholders.flatMap(({ id, live }) => {
    const field = live ? fieldOf(id) : undefined;
    // Live fields read the customer alone.
    return field ? [[id, field.read(state as FactState)] as const] : [];
  });
  return { ...facts, ...Object.fromEntries(live) };
}

function written(fact: FactValue, kind: keyof ValueLabels | undefined, labels: ValueLabels): string {
  if (fact === null) return '';
  if (kind === 'boolean') return fact === true ? labels.boolean.true : labels.boolean.false;
  if (kind !== undefined) return labels[kind][String(fact)] ?? String(fact);
  return Array.isArray(fact) ? fact.join(', ') : String(fact);
}

function defaultOf(name: string): FactValue {
  return fieldOf(name)?.type.kind === 'boolean' ? false : null;
}

function isRecord(fact: Facts[string]): fact is Readonly<Record<string, FactValue>> {
  return typeof fact === 'object' && fact !== null && !Array.isArray(fact);
}

/** Names with an underscore, or a few letters away from a placeholder; `@anna` is a person. */
function looksMisspelt(name: string): boolean {
  return name.includes('_') || placeholders.some(({ id }) => distance(id, name) <= 2);
}

function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 3;
}
