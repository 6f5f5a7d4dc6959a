import type { Translated } from '../rules/import';

/** Entries of a file: a list, an object with a list under `workflows`, or a single workflow. Positions give way to the order. */
export function entriesIn(input: unknown): Translated[] {
  return listIn(input).map((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return { name: null, input: entry };
    const { position: _position, ...rest } = entry as Record<string, unknown>;
    return { name: typeof rest.name === 'string' ? rest.name.slice(0, 200) : null, input: rest };
  });
}

function listIn(input: unknown): unknown[] {
  if (Array.isArray(input)) return input;
  const listed = typeof input === 'object' && input !== null ? Reflect.get(input, 'workflows') : undefined;
  return Array.isArray(listed) ? listed : [input];
}
