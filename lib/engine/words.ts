/**
 * A rule said as one sentence, in the reader's language. The phrases are messages, found by the ids of the definitions;
 * a test holds every field, operator and action to having one. What the rule itself contributes is `strong`.
 */
import type { Connector, Parameter } from './definition';
import { elapsedMinutes } from './elapsed';
import { FORMS } from './family-form';
import { keyAsked, operandOf } from './operand';
import { isConfiguration } from './references';
import { actionOf, fieldOf, operatorOf } from './registry';
import { type Action, type Condition, type Group, isGroup, type Node, partsOf, type Rule } from './rule';
import { startOf, startOfCondition } from './start';
import type { Family, Json, ReferenceKind, Subject, ValueType } from './value';

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
    /** What conditions wait for, after "when": by field and operator. */
    readonly happening: Phrases;
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
  | ('sentence' | 'sentenceBare' | 'show' | 'range' | 'happens')
  | ('and' | 'or' | 'comma' | 'nestedAnd' | 'nestedOr' | 'group' | 'none')
  | ('or_list' | 'then' | 'empty' | 'quoted' | 'unnamed');

export interface WordsOptions {
  readonly locale: 'en' | 'fr';
  readonly messages: RuleMessages;
  /** The name behind a key; the key itself is said when there is none. */
  nameOf(kind: ReferenceKind, key: string): string | undefined;
  /** The name behind an id of what is connected, where it is known. */
  offeredName?(by: Connector, id: string): string | undefined;
}

/** "When …, if …, then …." Takes unfinished rules of the editor, too. */
export function ruleInWords(family: Family, rule: Pick<Rule, 'on' | 'when' | 'do'>, options: WordsOptions): Segment[] {
  const { words, event } = options.messages;
  const { starts, left } = FORMS[family].namesEvent ? { starts: [], left: rule.when } : apart(rule.when);
  const named: Segment[] = [plain(event[rule.on] ?? rule.on)];
  const started = starts.map((condition) => startInWords(condition, options));
  const isBare = partsOf(left).items.length === 0;
  return merge(
    fill(isBare ? words.sentenceBare : words.sentence, {
      event:
        started.length > 0 ? fill(words.happens, { what: joined(started, words.nestedAnd, words.nestedAnd) }) : named,
      conditions: isBare ? [] : groupInWords(left, options, true),
      actions: actionsInWords(family, rule.do, options),
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

/** A rule whose conditions stand in one list, clause by clause: what starts it, what must hold besides, what it does. */
export interface RuleParts {
  /** Empty when the state of things starts it: then its event says when. */
  readonly starts: readonly (readonly Segment[])[];
  readonly conditions: readonly (readonly Segment[])[];
  readonly actions: readonly (readonly Segment[])[];
}

export function ruleInParts(family: Family, rule: Pick<Rule, 'when' | 'do'>, options: WordsOptions): RuleParts {
  const { starts, left } = FORMS[family].namesEvent ? { starts: [], left: rule.when } : apart(rule.when);
  return {
    starts: starts.map((condition) => merge(startInWords(condition, options))),
    conditions: partsOf(left).items.map((item) => merge(nodeInWords(item, options))),
    actions: rule.do.map((action) => merge(actionInWords(family, action, options))),
  };
}

/** The actions of a rule in their order. */
export function actionsInWords(family: Family, actions: readonly Action[], options: WordsOptions): Segment[] {
  if (actions.length === 0) return [strong('…')];
  const said = actions.map((action) => actionInWords(family, action, options));
  return joined(said, ', ', options.messages.words.then);
}

/** What starts a workflow, and the conditions that are left. */
function apart(when: Group): { starts: Condition[]; left: Group } {
  const start = startOf(when);
  const { items } = partsOf(when);
  const starts = items.filter(
    (item): item is Condition => !isGroup(item) && start !== 'state' && startOfCondition(item) === start,
  );
  return { starts, left: { all: items.filter((item) => !starts.some((each) => each === item)) } };
}

/** A condition as what happens: "a new message contains “refund”". What comes due is said as it is asked. */
function startInWords(condition: Condition, options: WordsOptions): Segment[] {
  const { happening } = options.messages.words;
  const field = fieldOf(condition.field);
  const isNamed = operandGiven(condition);
  const key = `${condition.field}_${isNamed ? plainOperator(condition.operator) : 'any'}`;
  const phrase = happening[key];
  if (!field) return [strong(condition.field)];
  if (!phrase) return field.occasions ? [plain(field.id)] : conditionInWords(condition, options);
  return fill(phrase, { value: isNamed ? valueInWords(field.type, condition.value ?? null, options) : [] });
}

function operandGiven({ value }: Condition): boolean {
  return value !== undefined && value !== null;
}

/** `one_of` is said as `is`. */
function plainOperator(id: string): string {
  return operatorOf(id)?.ofOne ?? id;
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
  if (!field) return [strong(condition.field || '…')];
  const { type } = field;
  if (field.occasions) return startInWords(condition, options);
  if (type.kind === 'boolean') {
    const holds = (condition.value === true) === (condition.operator === 'is');
    return [plain(words.boolean[field.id]?.[holds ? 'true' : 'false'] ?? field.id)];
  }
  const of = field.of ? [strong(nameOf(options, field.of, keyAsked(field, condition)))] : [];
  const value = valueInWords(type, operandOf(field, condition), options);
  const special =
    words.special[`${field.id}_${condition.operator}`] ??
    words.special[`${field.id}_${plainOperator(condition.operator)}`];
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
  if (type.kind === 'elapsed') return elapsedInWords(value, options);
  if (type.kind === 'daytime') return rangeInWords(value, options);
  const text = value === null || value === undefined ? '' : String(value);
  if (type.kind === 'reference') return nameOf(options, type.to, text);
  if (text === '') return words.empty;
  if (type.kind === 'weekday') return weekday[text] ?? text;
  if (type.kind === 'integer') return (type.labels ? weekday[text] : undefined) ?? numberIn(options, value);
  if (type.kind === 'choice' || type.kind === 'state') return words.option[text] ?? text;
  if (type.kind === 'language') return languageName(options.locale, text);
  return type.kind === 'text' || type.kind === 'page_text' || type.kind === 'phrases'
    ? words.quoted.replace('{value}', () => shortened(text))
    : text;
}

function actionInWords(family: Family, action: Action, options: WordsOptions): Segment[] {
  const { words } = options.messages;
  const definition = actionOf(family, action.action);
  const parameters = definition?.parameters ?? [];
  const phrase = words.action[definition?.words ?? action.action] ?? action.action;
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
  if (parameter.kind === 'reference') return [strong(nameOf(options, parameter.to, String(value)))];
  if (parameter.kind === 'language') return [strong(languageName(options.locale, String(value)))];
  if (parameter.kind === 'offered') {
    const name = options.offeredName?.(parameter.by, String(value));
    return [strong(shortened(name ?? String(value)))];
  }
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
  const [unit, count]: [string, number] =
    seconds % 3_600 === 0
      ? ['hour', seconds / 3_600]
      : seconds % 60 === 0
        ? ['minute', seconds / 60]
        : ['second', seconds];
  return counted(unit, count, options);
}

/** As it was written: 24 hours stay hours. */
function elapsedInWords(value: Json, options: WordsOptions): string {
  if (elapsedMinutes(value) === undefined) return '…';
  const { amount, unit } = value as { readonly amount: number; readonly unit: string };
  return counted(unit.replace(/s$/, ''), amount, options);
}

function rangeInWords(value: Json, { messages: { words } }: WordsOptions): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '…';
  const { from, to } = value as { readonly [key: string]: Json };
  return words.range.replace('{from}', () => String(from ?? '…')).replace('{to}', () => String(to ?? '…'));
}

function counted(unit: string, count: number, options: WordsOptions): string {
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
