import type { LiteralEvent } from '@/lib/engine/state/literal-event';
import type { Conversation } from '@/lib/engine/state/records';
import type { Directory } from '../ingest/directory';
import type { Work } from '../work/work';

/** An event that a rule's own effect means; it runs one level deeper. */
export interface DerivedEvent {
  readonly conversationId: string;
  readonly event: LiteralEvent;
  readonly payload: object;
  /** The working copy holds what the effect changed already: how it was before and after it. */
  readonly effect?: { readonly before: Conversation; readonly after: Conversation };
  readonly depth: number;
  readonly causeFiring: string | null;
  /** Under which nobody else says the same. */
  readonly key?: string;
}

/** One transaction of ingest or worker: its time, the account's configuration, working copies and rows to write. */
export interface Session {
  readonly accountId: string;
  readonly now: Date;
  readonly directory: Directory;
  readonly work: Work;
  /** Handled after the rules that act on the same snapshot, in order. */
  readonly derived: DerivedEvent[];
  /** Numbers taken for new tickets whose texts name them; see `NumbersMissed`. */
  readonly numbers: number[];
}

/** A text names the number of a ticket that has none yet: take `count` of them, and start again. */
export class NumbersMissed extends Error {
  override readonly name = 'NumbersMissed';
  readonly count: number;

  constructor(count: number) {
    super('Numbers of tickets are needed');
    this.count = count;
  }
}
