/**
 * Validation of a rule's body by a walk over the definitions: the same code answers in the editor, in the API and on
 * import, with one exact issue per mistake. Nothing is imported but the engine, so the browser gets it for its own weight.
 */
import type { EventDefinition } from '../definition';
import { FORMS } from '../family-form';
import { LIMITS } from '../limits';
import { eventOf, eventsFor } from '../registry';
import { type Action, COMBINATORS, type Combinator, type Group } from '../rule';
import type { Family } from '../value';
import { checkActions } from './action';
import { checkCoincidence } from './coincidence';
import { checkCondition } from './condition';
import { checkText, IssueList, isRecord, type JsonRecord, join, type RuleIssue, refuseUnknownKeys } from './issues';

export interface RuleBodyInput {
  readonly on: string;
  readonly when: Group;
  readonly do: readonly Action[];
}

/** What is wrong with `on`, `when` and `do`; empty when they are a rule's body. Other keys are the caller's business. */
export function issuesOfBody(
  family: Family,
  body: { readonly on?: unknown; readonly when?: unknown; readonly do?: unknown },
): RuleIssue[] {
  const list = new IssueList();
  const { namesEvent } = FORMS[family];
  const event = namesEvent ? checkEvent(family, body.on, 'on', list) : undefined;
  checkConditions(family, event, body.when, list);
  if (!namesEvent) checkCoincidence(body.when, list);
  checkActions(family, body.do, 'do', list);
  if (list.issues.length === 0 && bytesOf(body) > LIMITS.ruleBytes)
    list.add('', 'rule_too_large', { maximum: LIMITS.ruleBytes });
  return list.issues;
}

interface Walk {
  readonly family: Family;
  readonly event: EventDefinition | undefined;
  readonly list: IssueList;
  readonly counter: { conditions: number };
}

/** A tree of conditions at `when`, within the limits. */
export function checkConditions(
  family: Family,
  event: EventDefinition | undefined,
  when: unknown,
  list: IssueList,
): void {
  const counter = { conditions: 0 };
  checkGroup({ family, event, list, counter }, when, 'when', 1);
  if (counter.conditions > LIMITS.conditionsPerRule)
    list.add('when', 'too_many', { maximum: LIMITS.conditionsPerRule });
}

/** An event of the family. */
export function checkEvent(family: Family, id: unknown, path: string, list: IssueList): EventDefinition | undefined {
  if (!checkText(id, path, { min: 1, max: 100 }, list)) return undefined;
  const event = eventOf(id);
  if (event?.families.includes(family)) return event;
  list.add(path, 'unknown_event', {
    given: id,
    values: eventsFor(family)
      .map((each) => each.id)
      .join(', '),
  });
  return undefined;
}

function checkGroup(walk: Walk, value: unknown, path: string, depth: number): undefined {
  const { list } = walk;
  if (value === undefined) return list.add(path, 'required');
  if (!isRecord(value)) return list.add(path, 'wrong_type', { expected: 'object' });
  const combinator = checkCombinator(FORMS[walk.family].combinators, value, path, list);
  if (combinator === undefined) return;
  const at = join(path, combinator);
  const items = value[combinator];
  if (!Array.isArray(items)) return list.add(at, 'wrong_type', { expected: 'array' });
  if (items.length === 0) return list.add(at, 'empty_group');
  if (items.length > LIMITS.itemsPerGroup) return list.add(at, 'too_many', { maximum: LIMITS.itemsPerGroup });
  for (const [index, item] of items.entries()) checkItem(walk, item, `${at}[${index}]`, depth);
}

function checkItem(walk: Walk, value: unknown, path: string, depth: number): undefined {
  const { list } = walk;
  if (!isRecord(value)) return list.add(path, 'wrong_type', { expected: 'object' });
  if (!looksLikeGroup(value)) {
    walk.counter.conditions++;
    return checkCondition(walk.family, walk.event, value, path, list);
  }
  if (!FORMS[walk.family].nests) return list.add(path, 'no_groups');
  if (depth >= LIMITS.groupDepth) return list.add(path, 'too_deep', { maximum: LIMITS.groupDepth });
  checkGroup(walk, value, path, depth + 1);
}

function checkCombinator(
  allowed: readonly Combinator[],
  value: JsonRecord,
  path: string,
  list: IssueList,
): Combinator | undefined {
  const present = allowed.filter((each) => value[each] !== undefined);
  refuseUnknownKeys(value, allowed, path, list);
  if (present.length === 1) return present[0];
  list.add(path, 'one_combinator', { values: allowed.join(', ') });
  return undefined;
}

function looksLikeGroup(value: JsonRecord): boolean {
  return value.field === undefined && COMBINATORS.some((each) => value[each] !== undefined);
}

function bytesOf(body: unknown): number {
  return new TextEncoder().encode(JSON.stringify(body)).length;
}
