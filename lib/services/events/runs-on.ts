import type { StoredEvent } from '@/lib/contracts/firing';
import { eventOfStart } from '@/lib/engine/start';
import type { RuleRow } from '../rules/rule-row';

const ON_TICKETS = [eventOfStart('event'), eventOfStart('state')];

/** The `on` of the rules that run on such an event: its own type, and what workflows start by where it is a ticket's. */
export function startsOn({ type, facts }: Pick<StoredEvent, 'type' | 'facts'>): string[] {
  const ofTicket = facts?.ticket_status !== undefined && type !== eventOfStart('due');
  return [type, ...(ofTicket ? ON_TICKETS : [])];
}

/** The other way round, as SQL on events: its parameters begin with `$4`. */
export function runsOnEvents({ body: { on } }: Pick<RuleRow, 'body'>): { sql: string; params: unknown[] } {
  if (!ON_TICKETS.includes(on)) return { sql: 'type = $4', params: [on] };
  return { sql: `facts ? 'ticket_status' and type <> $4`, params: [eventOfStart('due')] };
}
