import type { FieldDefinition } from '../definition';
import type { FactState, VisitState } from '../state/fact-state';
import type { Facts } from '../value';
import { nobody } from './nobody';

/** Facts of a visitor's page, for the fields given: those of proactive messages. */
export function factsOfVisit(
  fields: readonly FieldDefinition[],
  visit: VisitState,
  schedules: Readonly<Record<string, 'inside' | 'outside'>>,
  at: Date,
): Facts {
  const state: FactState = { ...nobody(schedules), at, visit };
  return Object.fromEntries(fields.map((field) => [field.id, field.read(state)]));
}
