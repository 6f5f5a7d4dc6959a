/**
 * A rule said as one sentence, in the reader's language. The phrases are messages, found by the ids of the definitions;
 * a test holds every field, operator and action to having one. What the rule itself contributes is `strong`.
 */
import type { Parameter } from './definition';
import { isConfiguration } from './references';
import { actionOf, fieldOf } from './registry';
import { type Action, type Condition, type Group, isGroup, type Node, partsOf, type Rule } from './rule';
import type { Json, ReferenceKind, Subject, ValueType } from './value';

export interface Segment {
  readonly text: string;
  /** A value of the rule, not a word of the sentence. */
  readonly strong: boolean;
}

type Phrases = Readonly<Record<string, string>>;
type Variants = Readonly<Record<'true' | 'false', string>>;

/** The part of the catalogue that sentences need: `messages.rules`. */
export interface RuleMessages {
  readonly event: Phrases;
  readonly option: Phrases;
  readonly weekday: Phrases;
  readonly words: {
    readonly [phrase in Word]: string;
  } & {
    readonly subject: Phrases;
    readonly boolean: Readonly<Record<string, Variants>>;
    readonly predicate: Phrases;
    readonly special: Phrases;
    readonly option: Phrases;
    readonly action: Readonly<Record<string, string | Variants>>;
    readonly with: Phrases;
    readonly duration: Phrases;
  };
}

type Word =
  | ('sentence' | 'show' | 'and' | 'or' | 'comma' | 'nestedAnd' | 'nestedOr' | 'group' | 'none')
  | ('or_list' | 'then' | 'empty' | 'quoted' | 'unnamed');

export interface WordsOptions {
  readonly locale: 'en' | 'fr';
  readonly messages: RuleMessages;
  /** The name behind a key; the key itself is said when there is none. */
  nameOf(kind: ReferenceKind, key: string): string | undefined;
}

/** "When …, if …, then …." Takes unfinished rules of the editor, too. */
export function ruleInWords(rule: Pick<Rule, 'on' | 'when' | 'do'>, options: WordsOptions): Segment[] {
  const { words, event } = options.messages;
  return merge(
    fill(words.sentence, {
      event: [plain(event[rule.on] ?? rule.on)],
      conditions: groupInWords(rule.when, options, true),
      actions:
        rule.do.length === 0
          ? [strong('…')]
          : joined(
              rule.do.map((action) => actionInWords(action, options)),
              ', ',
              words.then,
            ),
    }),
  );
}

/** "When …, if …, show the message.": rules that show something, with the event's words behind a wait where it has one. */
export function showingInWords(rule: { on: string; seconds?: number; when: Group }, options: WordsOptions): Segment[] {
  const { words, event } = options.messages;
  const said = [plain(event[rule.on] ?? rule.on)];
  const wait = rule.seconds === undefined ? [] : [plain(' ('), strong(duration(rule.seconds, options)), plain(')')];
  return merge(fill(words.show, { event: [...said, ...wait], conditions: groupInWords(rule.when, options, true) }));
}

/** The sentence without its emphasis. */
export function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('');
}

function groupInWords(group: Group, options: WordsOptions, top: boolean): Segment[] {
  const { words } = options.messages;
  const { combinator, items } = partsOf(group);
  const last =
    combinator === 'all'
      ? top
        ? words.and
        : words.nestedAnd
      : top && combinator === 'any'
        ? words.or
        : words.nestedOr;
  // Between three or more, the comma only where both sides say the same: "A, B and C", but "A or B or C" in French.
  const between = top && combinator === 'all' ? words.comma : last;
  const said = joined(
    items.map((item) => nodeInWords(item, options)),
    between,
    last,
  );
  if (combinator === 'none') return fill(words.none, { items: said });
  return top || items.length === 1 ? said : fill(words.group, { items: said });
}

function nodeInWords(node: Node, options: WordsOptions): Segment[] {
  return isGroup(node) ? groupInWords(node, options, false) : conditionInWords(node, options);
}

/** One condition as a clause: "the customer's name contains “Ada”". */
export function conditionInWords(condition: Condition, options: WordsOptions): Segment[] {
  const { words } = options.messages;
  const field = fieldOf(condition.field);
  if (!field) return [strong(condition.field)];
  const { type } = field;
  if (type.kind === 'boolean') {
    const holds = (condition.value === true) === (condition.operator === 'is');
    return [plain(words.boolean[field.id]?.[holds ? 'true' : 'false'] ?? field.id)];
  }
  const of = field.of ? [strong(nameOf(options, field.of, condition[field.of]))] : [];
  const value = valueInWords(type, condition.value, options);
  const special = words.special[`${field.id}_${condition.operator}`];
  if (special) return fill(special, { value, of });
  const subject = fill(words.subject[field.id] ?? field.id, { of });
  const predicate = fill(words.predicate[condition.operator] ?? `${condition.operator} {value}`, { value });
  return [...subject, plain(' '), ...predicate];
}

function valueInWords(type: ValueType, value: Json, options: WordsOptions): Segment[] {
  const { words } = options.messages;
  const each = Array.isArray(value) ? value : [value];
  if (each.length === 0) return [strong(words.unnamed)];
  return joined(
    each.map((one) => [strong(oneInWords(type, one, options))]),
    words.or_list,
    words.or_list,
  );
}

function oneInWords(type: ValueType, value: Json, options: WordsOptions): string {
  const { words, weekday } = options.messages;
  const text = value === null || value === undefined ? '' : String(value);
  if (type.kind === 'reference') return nameOf(options, type.to, text);
  if (text === '') return words.empty;
  if (type.kind === 'integer') return (type.labels ? weekday[text] : undefined) ?? numberIn(options, value);
  if (type.kind === 'choice' || type.kind === 'state') return words.option[text] ?? text;
  if (type.kind === 'language') return languageName(options.locale, text);
  return type.kind === 'text' || type.kind === 'page_text'
    ? words.quoted.replace('{value}', () => shortened(text))
    : text;
}

function actionInWords(action: Action, options: WordsOptions): Segment[] {
  const { words } = options.messages;
  const parameters = actionOf(action.action)?.parameters ?? [];
  const phrase = words.action[action.action] ?? action.action;
  const values = Object.fromEntries(
    parameters.map((parameter) => [parameter.name, parameterInWords(parameter, action[parameter.name], options)]),
  );
  const flag = parameters.find(({ kind }) => kind === 'boolean');
  const said = typeof phrase === 'string' ? phrase : phrase[flag && action[flag.name] === false ? 'false' : 'true'];
  const extras = parameters.flatMap(({ name, optional }) => {
    const extra = words.with[`${action.action}_${name}`];
    return optional && extra && isGiven(action[name]) ? fill(extra, values) : [];
  });
  return [...fill(said, values), ...extras];
}

function parameterInWords(parameter: Parameter, value: Action[string], options: WordsOptions): Segment[] {
  const { words, option } = options.messages;
  if (!isGiven(value)) return [strong('…')];
  if (parameter.kind === 'integer') return [strong(parameter.unit ? duration(Number(value), options) : String(value))];
  if (!Array.isArray(value)) return [strong(typeof value === 'object' ? '…' : shortened(String(value)))];
  return joined(
    value.map((one) => [strong(option[String(one)] ?? String(one))]),
    parameter.kind === 'choices' ? words.or_list : ', ',
    parameter.kind === 'choices' ? words.or_list : ', ',
  );
}

function isGiven(value: Action[string]): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** The largest unit that divides the seconds: 90 s stay seconds, 300 s are 5 minutes. */
function duration(seconds: number, options: WordsOptions): string {
  const [unit, count] =
    seconds % 3_600 === 0
      ? ['hour', seconds / 3_600]
      : seconds % 60 === 0
        ? ['minute', seconds / 60]
        : ['second', seconds];
  const plural = new Intl.PluralRules(options.locale).select(count) === 'one' ? 'one' : 'other';
  const phrase = options.messages.words.duration[`${unit}_${plural}`] ?? `{count} ${unit}`;
  return phrase.replace('{count}', numberIn(options, count));
}

function numberIn({ locale }: WordsOptions, value: Json): string {
  return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : String(value);
}

function languageName(locale: string, tag: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function nameOf(options: WordsOptions, kind: Subject, key: Json | undefined): string {
  if (key === undefined || key === null || key === '') return '…';
  return (isConfiguration(kind) ? options.nameOf(kind, String(key)) : undefined) ?? String(key);
}

const LONGEST = 60;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('').trimEnd()}…` : line;
}

const plain = (text: string): Segment => ({ text, strong: false });
const strong = (text: string): Segment => ({ text, strong: true });

/** A phrase with its `{names}` replaced by segments; values are data and never read as phrases. */
function fill(phrase: string, values: Readonly<Record<string, readonly Segment[]>>): Segment[] {
  return phrase
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .flatMap((part) => (part.startsWith('{') ? (values[part.slice(1, -1)] ?? []) : [plain(part)]));
}

function joined(parts: readonly (readonly Segment[])[], between: string, last: string): Segment[] {
  return parts.flatMap((part, index) => {
    if (index === 0) return [...part];
    return [plain(index === parts.length - 1 ? last : between), ...part];
  });
}

/** Neighbours of the same emphasis in one segment. */
function merge(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const before = merged.at(-1);
    if (before?.strong === segment.strong) merged[merged.length - 1] = { ...before, text: before.text + segment.text };
    else merged.push(segment);
  }
  return merged;
}
