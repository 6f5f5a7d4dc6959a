import type { DueMoment } from './start';

/** Names one crossing of one moment by one ticket: a workflow runs once for it, whoever notices it first. */
export function dueKey(rule: string, { column, minutes }: DueMoment, ticket: string, since: Date): string {
  return `due:${rule}:${column}:${minutes}:${ticket}:${since.getTime()}`;
}
