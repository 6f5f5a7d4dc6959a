import { events as allEvents, eventOf, fieldOf, fields, isAvailable, placeholders } from './registry';
import type { FactState } from './state/fact-state';
import type { Facts, FactValue } from './value';

type Reading = { readonly id: string; read(state: FactState): FactValue | Readonly<Record<string, FactValue>> };

const readings: ReadonlyMap<string, readonly Reading[]> = new Map(
  allEvents.map((event) => [
    event.id,
    [
      ...fields.filter((field) => isAvailable(field, event)),
      // Placeholders are the triggers' way; the texts of others read the ticket as it is when they are written.
      ...(event.families.includes('trigger')
        ? placeholders.flatMap(({ id, read }) => (read ? [{ id, read }] : []))
        : []),
    ],
  ]),
);

/**
 * The facts of an event: every field that it can satisfy and every placeholder's value, read once.
 * Missing values are left out. Unknown events have no facts.
 */
export function snapshot(event: string, state: FactState): Facts {
  if (!eventOf(event)) return {};
  const facts: Record<string, FactValue | Readonly<Record<string, FactValue>>> = {};
  for (const reading of readings.get(event) ?? []) {
    const value = reading.read(state);
    if (value !== null) facts[reading.id] = value;
  }
  return facts;
}

/** The value of every placeholder, whatever the event: for texts that no rule sends. */
export function placeholderFacts(state: FactState): Facts {
  const values = placeholders.flatMap(({ id, read = fieldOf(id)?.read }) => {
    const value = read?.(state) ?? null;
    return value === null ? [] : [[id, value] as const];
  });
  return Object.fromEntries(values);
}
