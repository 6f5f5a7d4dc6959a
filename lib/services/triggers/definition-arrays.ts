/**
 * Reads rules written as definition arrays: `["and", ["eq", "@visitor_requesting_chat", true]]`. What has no counterpart
 * is listed with its place; nothing is half converted. The names of the other format stand here and nowhere else.
 */
import type { Issue } from '@/lib/contracts/app-error';
import { placeholdersIn } from '@/lib/engine/placeholder-text';
import { fieldOf } from '@/lib/engine/registry';
import type { Json } from '@/lib/engine/value';

export interface Converted {
  readonly rule: Readonly<Record<string, unknown>>;
  readonly issues: readonly Issue[];
}

/** Whether an entry is written in this format. */
export function isDefinition(
  entry: unknown,
): entry is Record<string, unknown> & { definition: Record<string, unknown> } {
  return isRecord(entry) && isRecord(entry.definition);
}

export function convertDefinition(entry: Record<string, unknown> & { definition: Record<string, unknown> }): Converted {
  const conversion = new Conversion();
  const { event, condition, actions } = entry.definition;
  const when = conversion.top(condition);
  const steps = Array.isArray(actions) ? actions : [];
  const rule = {
    name: entry.name,
    description: typeof entry.description === 'string' ? entry.description : '',
    active: entry.enabled === true || entry.enabled === 1,
    oncePerTicket: conversion.once,
    channels: conversion.channels,
    on: conversion.named(EVENTS, event, 'definition.event'),
    when,
    do: steps.map((action, index) => conversion.action(action, `definition.actions[${index}]`)),
  };
  return { rule, issues: conversion.issues };
}

class Conversion {
  readonly issues: Issue[] = [];
  readonly channels: string[] = [];
  once = false;

  top(condition: unknown): unknown {
    const path = 'definition.condition';
    if (!Array.isArray(condition)) return this.no(path, condition);
    // A condition alone is a group of one.
    if (OPERATORS.has(String(condition[0]))) return this.top(['and', condition]);
    const [name, ...items] = condition;
    const combinator = this.named(GROUPS, name, path);
    if (combinator === undefined) return undefined;
    const kept = items.filter((item) => !this.setting(combinator, item));
    if (combinator === 'none' && this.once && kept.length === 0) return undefined;
    return { [combinator]: kept.map((item, index) => this.node(item, `${path}[${index + 1}]`)) };
  }

  node(node: unknown, path: string): unknown {
    if (!Array.isArray(node)) return this.no(path, node);
    const [name, ...rest] = node;
    const combinator = GROUPS.get(String(name));
    if (combinator) return { [combinator]: rest.map((item, index) => this.node(item, `${path}[${index + 1}]`)) };
    return this.condition(node, path);
  }

  action(action: unknown, path: string): unknown {
    if (!Array.isArray(action)) return this.no(path, action);
    const [name, first, second, third] = action;
    const convert = ACTIONS.get(String(name));
    if (!convert) return this.no(path, name);
    const converted = convert({ first, second, third });
    for (const placeholder of leftIn(converted)) this.no(path, placeholder);
    return converted;
  }

  named(table: ReadonlyMap<string, string>, given: unknown, path: string): string | undefined {
    const known = table.get(String(given)) ?? (OURS.has(String(given)) ? String(given) : undefined);
    if (known === undefined) this.no(path, given);
    return known;
  }

  /** What is a setting of the rule here: fired before, and where the conversation came from. */
  private setting(combinator: string, item: unknown): boolean {
    if (!Array.isArray(item)) return false;
    const firedBefore = (node: unknown) => Array.isArray(node) && node[0] === 'firedBefore';
    if (
      (combinator === 'none' && firedBefore(item)) ||
      (combinator === 'all' && item[0] === 'not' && item.length === 2 && firedBefore(item[1]))
    ) {
      this.once = true;
      return true;
    }
    if (combinator !== 'all' || item[0] !== 'eq' || item[1] !== '@visitor_source_type') return false;
    this.channels.push(String(item[2]));
    return true;
  }

  private condition([operator, variable, value]: readonly unknown[], path: string): unknown {
    const negated = operator === 'ncontains';
    const known = OPERATORS.get(String(operator));
    const field = fieldId(variable);
    if (known === undefined || field === undefined) return this.no(path, known === undefined ? operator : variable);
    const condition = { field, operator: known, value: converted(field, value) };
    return negated ? { none: [condition] } : condition;
  }

  private no(path: string, given: unknown): undefined {
    const text = typeof given === 'string' ? given : (JSON.stringify(given) ?? 'nothing');
    this.issues.push({ path, code: 'no_counterpart', params: { given: text.slice(0, 100) } });
    return undefined;
  }
}

const EVENTS = new Map([
  ['chat_requested', 'conversation_requested'],
  ['chat_message', 'message_sent'],
]);
const OURS = new Set(['conversation_requested', 'message_sent', 'conversation_queued', 'conversation_assigned']);
const GROUPS = new Map([
  ['and', 'all'],
  ['or', 'any'],
  ['not', 'none'],
]);
const OPERATORS = new Map([
  ['eq', 'is'],
  ['neq', 'is_not'],
  ['lt', 'less_than'],
  ['gt', 'greater_than'],
  ['lte', 'less_or_equal'],
  ['gte', 'greater_or_equal'],
  ['icontains', 'contains'],
  ['contains', 'contains_case_sensitive'],
  ['nicontains', 'not_contains'],
  ['ncontains', 'contains_case_sensitive'],
  ['iregex', 'regex'],
  ['regex', 'regex_case_sensitive'],
]);
const VARIABLES = new Map([
  ['visitor_name', 'customer_name'],
  ['visitor_email', 'customer_email'],
  ['visitor_previous_chats', 'customer_prev_conversations'],
  ['visitor_is_chatting', 'customer_is_in_active_conversation'],
  ['visitor_requesting_chat', 'customer_requesting_conversation'],
  ['visitor_served', 'customer_served'],
  ['visitor_triggered', 'customer_triggered'],
  ['visitor_department', 'group'],
]);

type Arguments = { first: unknown; second: unknown; third: unknown };

const ACTIONS = new Map<string, (given: Arguments) => Record<string, unknown>>([
  [
    'sendMessageToVisitor',
    ({ first, second, third }) => ({
      action: 'send_message',
      sender: renamed(first),
      text: renamed(second),
      ...(typeof third === 'string' &&
        third !== '' && { quickReplies: third.split('/').filter((reply) => reply !== '') }),
    }),
  ],
  ['wait', ({ first }) => ({ action: 'wait', seconds: numeric(first) })],
  ['addTag', ({ first }) => ({ action: 'add_tags', tags: [first] })],
  ['removeTag', ({ first }) => ({ action: 'remove_tags', tags: [first] })],
  ['setTriggered', ({ first }) => ({ action: 'set_triggered', value: truth(first) })],
]);

function fieldId(variable: unknown): string | undefined {
  const name = typeof variable === 'string' && variable.startsWith('@') ? variable.slice(1) : '';
  const id = VARIABLES.get(name) ?? name;
  const field = fieldOf(id);
  return field?.families.includes('trigger') && !field.of ? id : undefined;
}

function converted(field: string, value: unknown): Json {
  const kind = fieldOf(field)?.type.kind;
  if (kind === 'integer') return numeric(value) as Json;
  if (kind === 'boolean') return truth(value) as Json;
  if (value === 'visitor') return 'customer';
  return value as Json;
}

/** Placeholders of the other format, where ours would begin, too. */
const THEIRS = /(?<![\p{L}\p{N}_.-])@(visitor_[a-z0-9_]+)/gu;

/** Placeholders in a text under their names here; those that have none stay. */
function renamed(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  return text.replace(THEIRS, (typed, name: string) => {
    const ours = VARIABLES.get(name);
    return ours !== undefined && placeholdersIn(`@${ours}`).length > 0 ? `@${ours}` : typed;
  });
}

/** The placeholders of the other format that are left in a converted action. */
function leftIn(action: Record<string, unknown>): string[] {
  return [action.sender, action.text].flatMap((text) => (typeof text === 'string' ? (text.match(THEIRS) ?? []) : []));
}

/** Numbers may be written as texts there. */
function numeric(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

function truth(value: unknown): unknown {
  if (value === 1 || value === 'true') return true;
  return value === 0 || value === 'false' ? false : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
