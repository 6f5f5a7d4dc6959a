import { type EventBody, type EventIssue, eventSchema } from './event';
import { toIssues } from './issues';

export type ParsedEvent =
  | { readonly event: EventBody }
  | { readonly id: string | null; readonly errors: readonly EventIssue[] };

/** Judges one event. Errors carry codes, never values. */
export function parseEvent(raw: unknown): ParsedEvent {
  const parsed = eventSchema.safeParse(raw, { reportInput: true });
  if (parsed.success) return { event: parsed.data };
  return { id: readableId(raw), errors: toIssues(parsed.error.issues) };
}

/** The id to answer with, however broken the rest is. */
function readableId(raw: unknown): string | null {
  const id: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'id') : undefined;
  return typeof id === 'string' && id.length <= 200 ? id.toWellFormed() : null;
}
