/** How long a customer will wait, told by how long others of the group waited. Pure; see "Wait estimate" of the docs. */
export interface RoutedTicket {
  /** When it came to an agent out of the queue. */
  readonly routedAt: Date;
  /** Its place in the queue when it entered. */
  readonly position: number;
  /** Minutes from entering the queue to the agent's first reply. */
  readonly minutes: number;
}

export interface WaitEstimate {
  readonly min: number;
  readonly max: number;
}

const MINUTE = 60_000;
const WINDOWS = [
  { milliseconds: 10 * MINUTE, atLeast: 5 },
  { milliseconds: 120 * MINUTE, atLeast: 5 },
  { milliseconds: 21 * 24 * 60 * MINUTE, atLeast: 1 },
];
const RECENT_MILLISECONDS = 7 * 24 * 60 * MINUTE;
/** Tickets at the nearest positions: as many as it takes to have these, and all that are no farther away. */
const NEAREST = 5;

/** Whole minutes, at least 1; null without data. @param tickets of one group, in any order */
export function estimateWait(tickets: readonly RoutedTicket[], position: number, now: Date): WaitEstimate | null {
  const within = (milliseconds: number) =>
    tickets.filter(({ routedAt }) => now.getTime() - routedAt.getTime() <= milliseconds);
  if (within(RECENT_MILLISECONDS).length === 0) return null;
  for (const { milliseconds, atLeast } of WINDOWS) {
    const routed = within(milliseconds);
    if (routed.length >= atLeast) return percentiles(nearest(routed, position).map(({ minutes }) => minutes));
  }
  return null;
}

function nearest(tickets: readonly RoutedTicket[], position: number): readonly RoutedTicket[] {
  const distance = (ticket: RoutedTicket) => Math.abs(ticket.position - position);
  const sorted = [...tickets].sort((a, b) => distance(a) - distance(b));
  const farthest = sorted[Math.min(NEAREST, sorted.length) - 1];
  return farthest ? sorted.filter((ticket) => distance(ticket) <= distance(farthest)) : [];
}

function percentiles(minutes: readonly number[]): WaitEstimate {
  const sorted = [...minutes].sort((a, b) => a - b);
  const whole = (share: number) => Math.max(1, Math.round(percentile(sorted, share)));
  return { min: whole(0.25), max: whole(0.75) };
}

/** Linear between the two nearest values. */
function percentile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
