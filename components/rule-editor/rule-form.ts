/** What the editor holds of a rule, and its way from and to what the API takes. Each family says what surrounds it. */
import type * as z from 'zod';
import { toIssues } from '@/lib/contracts/issues';
import { FORMS } from '@/lib/engine/family-form';
import type { Action, Group } from '@/lib/engine/rule';
import { eventOfStart, startOf } from '@/lib/engine/start';
import { isRecord, type RuleIssue } from '@/lib/engine/validation/issues';
import type { Family, Json } from '@/lib/engine/value';
import { draftOf, type RuleBody, type RuleDraft, ruleOf } from './draft';
import { formatRule, inOrder } from './format-rule';

/** The contracts describe conditions and actions more loosely than the engine. */
export interface RuleContent {
  readonly name: string;
  readonly description: string;
  readonly active: boolean;
  /** Of families whose rules name their event. */
  readonly on?: string;
  readonly when: Readonly<Record<string, unknown>>;
  readonly do: readonly Readonly<Record<string, unknown>>[];
}

type InRule = 'on' | 'when' | 'do';
export type SettingsOf<B extends RuleContent> = Omit<B, InRule>;

/** A family as the editor knows it. */
export interface RuleKind<B extends RuleContent> {
  readonly family: Family;
  /** What POST takes. */
  readonly input: z.ZodType;
  /** Settings in the order of the reference, after the name, with what is meant where one is absent. */
  readonly defaults: Omit<SettingsOf<B>, 'name'>;
  /** Settings that a text may carry, and that the editor shows only there. */
  readonly extras?: readonly string[];
}

export interface RuleForm<B extends RuleContent> {
  readonly settings: SettingsOf<B>;
  readonly draft: RuleDraft;
}

/** A body that the validation found nothing wrong with, or one that is being written. */
export function formOf<B extends RuleContent>(kind: RuleKind<B>, body: B): RuleForm<B> {
  return { settings: settingsOf(kind, body), draft: draftOf(ruleIn(kind, body)) };
}

/** The rule alone; of a family whose rules name no event, under the one that its conditions start it by. */
export function ruleIn<B extends RuleContent>({ family }: Pick<RuleKind<B>, 'family'>, body: B): RuleBody {
  const when = body.when as unknown as Group;
  const on = FORMS[family].namesEvent ? (body.on ?? '') : eventOfStart(startOf(when));
  return { on, when, do: body.do as unknown as readonly Action[] };
}

export function bodyOf<B extends RuleContent>({ family }: RuleKind<B>, { settings, draft }: RuleForm<B>): B {
  const { on, ...rule } = ruleOf(draft);
  // Plain JSON on both sides.
  return { ...settings, ...(FORMS[family].namesEvent && { on }), ...rule } as unknown as B;
}

/** Of what the server answered, what the editor holds. */
export function contentOf<B extends RuleContent>(kind: RuleKind<B>, stored: B): B {
  const plain = { ...kind, extras: [] };
  return bodyOf(plain, formOf(plain, stored));
}

/** The rule as the developer view shows it, in the order of the reference. */
export function textOf<B extends RuleContent>(kind: RuleKind<B>, body: B): string {
  const { on, ...rule } = inOrder(kind.family, ruleIn(kind, body));
  const named = FORMS[kind.family].namesEvent ? { on } : {};
  // Plain JSON, of which `undefined` is no part.
  return formatRule({ ...settingsOf(kind, body), ...named, ...rule } as unknown as Json);
}

/** What the API would say of a body; empty when it would take it as far as can be known here. */
export function issuesOf<B extends RuleContent>({ input }: RuleKind<B>, body: unknown): RuleIssue[] {
  const result = input.safeParse(body, { reportInput: true });
  return result.success ? [] : toIssues(result.error.issues);
}

export type ReadText<B> =
  | { readonly kind: 'syntax' }
  | { readonly kind: 'issues'; readonly issues: readonly RuleIssue[] }
  | { readonly kind: 'body'; readonly body: B };

/** The developer view's text as a rule, or what is wrong with it. */
export function readText<B extends RuleContent>(kind: RuleKind<B>, text: string): ReadText<B> {
  const parsed = parse(text);
  if (parsed === undefined) return { kind: 'syntax' };
  if (!isRecord(parsed))
    return { kind: 'issues', issues: [{ path: '', code: 'wrong_type', params: { expected: 'object' } }] };
  const issues = [...issuesOf(kind, parsed), ...('version' in parsed ? [unknownVersion] : [])];
  // Proven by the contract.
  return issues.length > 0
    ? { kind: 'issues', issues }
    : { kind: 'body', body: { ...kind.defaults, ...parsed } as unknown as B };
}

/** The API takes a version beside the rule; in a text that is the rule it has no place. */
const unknownVersion: RuleIssue = { path: 'version', code: 'unknown_key', params: { key: 'version' } };

function settingsOf<B extends RuleContent>({ defaults, extras = [] }: RuleKind<B>, body: RuleContent): SettingsOf<B> {
  const given = { ...body } as Readonly<Record<string, unknown>>;
  const more = extras.filter((key) => given[key] !== undefined);
  const entries = ['name', ...Object.keys(defaults), ...more].map((key) => [key, given[key]]);
  // Its own keys, picked out.
  return Object.fromEntries(entries) as SettingsOf<B>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
