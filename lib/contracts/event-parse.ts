import type * as z from 'zod';
import { type EventBody, type EventIssue, eventSchema } from './event';

export type ParsedEvent = { readonly event: EventBody } | { readonly id: string | null; readonly errors: EventIssue[] };

/** Judges one event. Errors carry codes, never values. */
export function parseEvent(raw: unknown): ParsedEvent {
  const parsed = eventSchema.safeParse(raw, { reportInput: true });
  if (parsed.success) return { event: parsed.data };
  return { id: readableId(raw), errors: parsed.error.issues.flatMap(issuesOf) };
}

function readableId(raw: unknown): string | null {
  const id: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'id') : undefined;
  return typeof id === 'string' && id.length <= 200 ? id.toWellFormed() : null;
}

function issuesOf(issue: z.core.$ZodIssue): EventIssue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), code: 'unknown_key' }));
  }
  const path = pathOf(issue.path);
  if (issue.code === 'too_big') return [{ path, code: 'too_long', params: { maximum: Number(issue.maximum) } }];
  if (issue.code === 'too_small') return [{ path, code: 'too_short', params: { minimum: Number(issue.minimum) } }];
  if (issue.code === 'invalid_type') {
    const missing = issue.input === undefined;
    return [{ path, code: missing ? 'required' : 'invalid_type', params: { expected: issue.expected } }];
  }
  if (issue.code === 'invalid_value') return [{ path, code: 'invalid_value', params: { expected: issue.values } }];
  const code: unknown = issue.code === 'custom' ? issue.params?.code : undefined;
  return [{ path, code: typeof code === 'string' ? code : 'invalid_value' }];
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part).toWellFormed().slice(0, 100)}`))
    .join('')
    .replace(/^\./, '');
}
