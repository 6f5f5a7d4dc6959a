import * as z from 'zod';
import { instant } from './value';

/** Whole minutes until an agent's first reply. */
const estimate = z.object({ min: z.int(), max: z.int() });

/** One ticket that an agent answered: what was foretold when it entered the queue, and what came. */
export const waitSeen = z.object({
  /** Key of the conversation's ticket number; null: it has none. */
  number: z.int().nullable(),
  queuedAt: instant,
  /** Place in the queue when it entered. */
  position: z.int(),
  /** Minutes until the agent's first reply. */
  minutes: z.number(),
  /** Null: there was nothing to go by. */
  estimate: estimate.nullable(),
});

export const groupWaits = z.object({
  group: z.object({ key: z.string(), name: z.string() }),
  /** For a customer who would join the queue at this moment. */
  now: estimate.nullable(),
  /** Oldest first. */
  seen: z.array(waitSeen),
  /** Of those with an estimate. */
  shorter: z.int(),
  within: z.int(),
  longer: z.int(),
});

export const groupWaitsList = z.object({ items: z.array(groupWaits) });

export type GroupWaits = z.output<typeof groupWaits>;
export type WaitSeen = z.output<typeof waitSeen>;
