import type { TagChange } from '@/lib/engine/state/line';
import type { LiteralEvent } from '@/lib/engine/state/literal-event';
import type { Directory } from '../ingest/directory';
import type { Work } from '../work/work';

/** An event that a rule's own effect means; it runs one level deeper. */
export interface DerivedEvent {
  readonly conversationId: string;
  readonly event: LiteralEvent;
  readonly payload: object;
  /** What the effect has changed on the working copy already. */
  readonly tags?: TagChange;
  readonly depth: number;
  readonly causeFiring: string;
}

/** One transaction of ingest or worker: its time, the account's configuration, working copies and rows to write. */
export interface Session {
  readonly accountId: string;
  readonly now: Date;
  readonly directory: Directory;
  readonly work: Work;
  /** Handled after the rules that act on the same snapshot, in order. */
  readonly derived: DerivedEvent[];
}
