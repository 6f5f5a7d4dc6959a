/**
 * When a workflow runs. It names no event: its conditions say it. One that waits for something to happen runs then; one
 * with "more than …" and nothing to wait for runs when that moment comes; any other looks at the ticket's state.
 */
import type { DueColumn, FieldDefinition, Occasion, OperatorDefinition, Start } from './definition';
import { elapsedMinutes } from './elapsed';
import { compileCondition } from './evaluate';
import type { Trace } from './explain';
import { listOf } from './operators/meaning';
import { events, fieldOf, fields, operatorOf } from './registry';
import { type Condition, conditionsOf, type Group } from './rule';
import type { FactState } from './state/fact-state';
import type { TicketState } from './state/ticket-state';
import type { Facts } from './value';

/** A moment to wait for: so many minutes after that of the ticket. */
export interface DueMoment {
  readonly column: DueColumn;
  readonly minutes: number;
}

type Class = TicketState['class'];

export function startOf(when: Group): Start {
  const starts = new Set([...conditionsOf(when)].map(({ condition }) => startOfCondition(condition)));
  if (starts.has('event')) return 'event';
  return starts.has('due') ? 'due' : 'state';
}

/** The event under which such workflows are kept and shown. */
export function eventOfStart(start: Start): string {
  return events.find((event) => event.start === start)?.id ?? '';
}

/** What a condition does in its workflow: waits for something, comes due by itself, or looks at the ticket. */
export function startOfCondition(condition: Condition): Start {
  const field = fieldOf(condition.field);
  if (field?.occasions) return 'event';
  return field?.since && operatorOf(condition.operator)?.comesDue ? 'due' : 'state';
}

/** The same of a firing, by what its conditions were. */
export function startOfTrace(trace: Trace | null): Start {
  const conditions = (trace?.all ?? []).filter((node) => 'field' in node);
  return startOf({ all: conditions.map(({ field, operator, expected }) => ({ field, operator, value: expected })) });
}

/** The moments at which a workflow comes due, each once; none unless it starts by time. */
export function dueMomentsOf(when: Group): DueMoment[] {
  if (startOf(when) !== 'due') return [];
  const moments = [...conditionsOf(when)].flatMap(({ condition }): DueMoment[] => {
    const column = fieldOf(condition.field)?.since;
    const minutes = elapsedMinutes(condition.value);
    const isDue = startOfCondition(condition) === 'due';
    return isDue && column && minutes !== undefined ? [{ column, minutes }] : [];
  });
  return [...new Map(moments.map((moment) => [`${moment.column}:${moment.minutes}`, moment])).values()];
}

/**
 * Tickets of which class time is watched for: open ones, unless conditions on the status say otherwise.
 * @param statuses those of the account
 */
export function classesWatched(when: Group, statuses: readonly { key: string; class: Class }[]): Class[] {
  const judges = [...conditionsOf(when)].flatMap(({ condition }) =>
    fieldOf(condition.field)?.narrows ? [compileCondition(condition)] : [],
  );
  if (judges.length === 0) return ['open'];
  const possible = statuses.filter((status) => judges.every((judge) => judge(statusFacts(status)) === true));
  return [...new Set(possible.map((status) => status.class))].sort().reverse();
}

/** The occasions on which a condition can hold; undefined when it waits for nothing. */
export function occasionsOf(
  field: FieldDefinition,
  operator: OperatorDefinition,
  value: Condition['value'],
): readonly Occasion[] | undefined {
  return field.occasions?.(listOf(value).map(String), operator.negates ?? false);
}

function statusFacts({ key, class: ofStatus }: { key: string; class: Class }): Facts {
  // Fields that narrow read these two alone.
  const state = { ticket: { status: key, class: ofStatus } } as FactState;
  return Object.fromEntries(
    fields.filter(({ narrows }) => narrows).map((field) => [field.id, field.read(state) as string]),
  );
}
