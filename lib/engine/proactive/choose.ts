/**
 * Which proactive message a visitor sees now, and what stopped each of the others. The same code runs in the widget, for
 * the preview and for "why was nothing shown?". Pure: the visit, the memory of the browser and the clock are given.
 */
import { compileRule } from '../evaluate';
import type { Facts } from '../value';
import type { UnknownReason } from '../verdict';
import type { Candidate, Frequency } from './message';

/** The first thing that stopped a message, in the order in which they are asked. */
export type Stopped =
  | { readonly by: 'conversation' }
  | { readonly by: 'time'; readonly seconds: number }
  | { readonly by: 'condition'; readonly verdict: 'unmet' | UnknownReason }
  | { readonly by: 'schedule'; readonly schedule: string; readonly gone: boolean }
  | { readonly by: 'frequency'; readonly frequency: Frequency }
  | { readonly by: 'page' }
  | { readonly by: 'screen' }
  | { readonly by: 'priority'; readonly winner: string };

/** What the browser remembers of messages, by their ids. */
export interface Memory {
  /** Shown once, in whichever visit. */
  readonly shown: ReadonlySet<string>;
  /** Opened or dismissed in this visit. */
  readonly closedInVisit: ReadonlySet<string>;
  /** Shown since this page was loaded, or since its route changed. */
  readonly shownOnPage: ReadonlySet<string>;
}

export interface Moment {
  /** Whole seconds that this page was in sight. */
  readonly secondsOnPage: number;
  readonly facts: Facts;
  readonly memory: Memory;
  /** A conversation of this visitor is running. */
  readonly inConversation: boolean;
  /** A message is on the screen. */
  readonly onScreen: boolean;
  /** By key: whether business hours are on. One that is missing was deleted. */
  readonly schedules: Readonly<Record<string, 'inside' | 'outside'>>;
}

export interface Choice {
  readonly winner: string | null;
  /** Of every candidate but the winner, in their order. */
  readonly stopped: readonly { readonly id: string; readonly reason: Stopped }[];
}

/** `candidates` come in the order of their priority; the first that nothing stops wins. */
export function choose(candidates: readonly Candidate[], moment: Moment): Choice {
  let winner: string | null = null;
  const stopped: { id: string; reason: Stopped }[] = [];
  for (const candidate of candidates) {
    const reason: Stopped | null = stopOf(candidate, moment) ?? (winner === null ? null : { by: 'priority', winner });
    if (reason) stopped.push({ id: candidate.id, reason });
    else winner = candidate.id;
  }
  return { winner, stopped };
}

/** Seconds on the page after which the next candidate is due; undefined when none is left. */
export function nextDue(candidates: readonly Candidate[], secondsOnPage: number): number | undefined {
  const later = candidates.map(({ on }) => on.seconds ?? 0).filter((seconds) => seconds > secondsOnPage);
  return later.length === 0 ? undefined : Math.min(...later);
}

function stopOf(candidate: Candidate, moment: Moment): Stopped | null {
  const { on, send, frequency, id } = candidate;
  if (moment.inConversation) return { by: 'conversation' };
  const left = (on.seconds ?? 0) - moment.secondsOnPage;
  if (left > 0) return { by: 'time', seconds: left };
  const judgement = compileRule({ when: candidate.when, gone: candidate.gone })(moment.facts);
  if (judgement !== true) return { by: 'condition', verdict: judgement === false ? 'unmet' : judgement };
  if (send.when !== 'any' && send.schedule !== undefined) {
    const state = moment.schedules[send.schedule];
    if (state !== send.when) return { by: 'schedule', schedule: send.schedule, gone: state === undefined };
  }
  if (isSpent(frequency, id, moment.memory)) return { by: 'frequency', frequency };
  // Whatever its frequency: nobody is told the same twice on one page.
  if (moment.memory.shownOnPage.has(id)) return { by: 'page' };
  return moment.onScreen ? { by: 'screen' } : null;
}

function isSpent(frequency: Frequency, id: string, { shown, closedInVisit }: Memory): boolean {
  if (frequency === 'once_per_customer') return shown.has(id);
  return frequency === 'once_per_visit' && closedInVisit.has(id);
}
