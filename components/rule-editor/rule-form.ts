/** What the editor holds of a trigger, and its way from and to what the API takes. */
import { draftOf, type RuleBody, type RuleDraft, ruleOf } from '@/components/rule-editor/draft';
import { formatRule, inOrder } from '@/components/rule-editor/format-rule';
import type { TriggerBody } from '@/lib/client/triggers';
import { toIssues } from '@/lib/contracts/issues';
import { triggerInput } from '@/lib/contracts/trigger';
import type { Action, Group } from '@/lib/engine/rule';
import { isRecord, type RuleIssue } from '@/lib/engine/validation/issues';
import type { Json } from '@/lib/engine/value';

export type Settings = Pick<TriggerBody, 'name' | 'description' | 'active' | 'oncePerTicket' | 'channels'>;

export interface TriggerForm {
  readonly settings: Settings;
  readonly draft: RuleDraft;
}

/** A body that the validation found nothing wrong with. */
export function formOf(body: TriggerBody): TriggerForm {
  const { name, description, active, oncePerTicket, channels } = body;
  return { settings: { name, description, active, oncePerTicket, channels }, draft: draftOf(ruleIn(body)) };
}

/** The contract describes conditions and actions more loosely than the engine, whose validation they passed. */
export function ruleIn({ on, when, do: actions }: Pick<TriggerBody, 'on' | 'when' | 'do'>): RuleBody {
  return { on, when: when as unknown as Group, do: actions as unknown as readonly Action[] };
}

export function bodyOf({ settings, draft }: TriggerForm): TriggerBody {
  const rule = ruleOf(draft);
  // Plain JSON on both sides.
  return { ...settings, ...(rule as unknown as Pick<TriggerBody, 'on' | 'when' | 'do'>) };
}

/** The trigger as the developer view shows it, in the order of the reference. */
export function textOf(body: TriggerBody): string {
  const { name, description, active, oncePerTicket, channels } = body;
  const rule = inOrder('trigger', ruleIn(body));
  // Plain JSON, of which `undefined` is no part.
  return formatRule({ name, description, active, oncePerTicket, channels, ...rule } as unknown as Json);
}

/** What the API would say of a body; empty when it would take it as far as can be known here. */
export function issuesOf(body: unknown): RuleIssue[] {
  const result = triggerInput.safeParse(body, { reportInput: true });
  return result.success ? [] : toIssues(result.error.issues);
}

export type ReadText =
  | { readonly kind: 'syntax' }
  | { readonly kind: 'issues'; readonly issues: readonly RuleIssue[] }
  | { readonly kind: 'body'; readonly body: TriggerBody };

/** The developer view's text as a trigger, or what is wrong with it. */
export function readText(text: string): ReadText {
  const parsed = parse(text);
  if (parsed === undefined) return { kind: 'syntax' };
  if (!isRecord(parsed))
    return { kind: 'issues', issues: [{ path: '', code: 'wrong_type', params: { expected: 'object' } }] };
  const issues = [...issuesOf(parsed), ...('version' in parsed ? [unknownVersion] : [])];
  if (issues.length > 0) return { kind: 'issues', issues };
  const { name, description = '', active = false, oncePerTicket = false, channels = [] } = parsed;
  // Proven by the contract.
  return {
    kind: 'body',
    body: { ...parsed, name, description, active, oncePerTicket, channels } as TriggerBody,
  };
}

/** The API takes a version beside the rule; in a text that is the rule it has no place. */
const unknownVersion: RuleIssue = { path: 'version', code: 'unknown_key', params: { key: 'version' } };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
