import { estimateWait, type RoutedTicket, type WaitEstimate } from './wait-estimate';

export interface AnsweredTicket extends RoutedTicket {
  readonly queuedAt: Date;
  /** When the agent's first reply came: only then others can learn from it. */
  readonly repliedAt: Date;
}

export type Outcome = 'shorter' | 'within' | 'longer';

/** The estimate that a ticket's customer was given, from what was known when it entered the queue. */
export function estimateThen(tickets: readonly AnsweredTicket[], ticket: AnsweredTicket): WaitEstimate | null {
  const known = tickets.filter(({ repliedAt }) => repliedAt < ticket.queuedAt);
  return estimateWait(known, ticket.position, ticket.queuedAt);
}

/** How a wait compares with what was foretold; a wait counts in whole minutes, as estimates do. */
export function outcomeOf(minutes: number, { min, max }: WaitEstimate): Outcome {
  const whole = Math.max(1, Math.round(minutes));
  if (whole < min) return 'shorter';
  return whole > max ? 'longer' : 'within';
}
