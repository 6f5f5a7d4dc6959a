import type { Translated } from '../rules/import';
import { convertDefinition, isDefinition } from './definition-arrays';

/** Entries of a file: a list, an object with a list under `triggers`, or a single trigger; ours or definition arrays. */
export function entriesOf(input: unknown): Translated[] {
  return listOf(input).map((entry) => {
    const name = nameIn(entry);
    if (!isDefinition(entry)) return { name, input: entry };
    const { rule, issues } = convertDefinition(entry);
    return issues.length > 0 ? { name, errors: issues } : { name, input: rule };
  });
}

function listOf(input: unknown): unknown[] {
  if (Array.isArray(input)) return input;
  const listed = typeof input === 'object' && input !== null ? Reflect.get(input, 'triggers') : undefined;
  return Array.isArray(listed) ? listed : [input];
}

function nameIn(entry: unknown): string | null {
  const name = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'name') : undefined;
  return typeof name === 'string' ? name.slice(0, 200) : null;
}
