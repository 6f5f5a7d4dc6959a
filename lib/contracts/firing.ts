import * as z from 'zod';
import { sliceOf, sliceQuery } from './list';
import { instant, uuid } from './value';

export const firingStates = ['waiting', 'done', 'stopped', 'failed', 'cancelled', 'skipped'] as const;
/** Families of rules that leave firings. */
export const firingFamilies = ['trigger', 'proactive', 'workflow'] as const;
const anything = z.record(z.string(), z.unknown());

export const firingStep = z.object({
  step: z.int(),
  action: z.string(),
  params: anything,
  state: z.enum(['pending', 'waiting', 'sending', 'done', 'skipped', 'cancelled', 'failed']),
  dueAt: instant.nullable(),
  doneAt: instant.nullable(),
  attempt: z.int(),
  result: anything.nullable(),
  error: anything.nullable(),
});

export const firing = z.object({
  id: uuid,
  rule: z.object({ id: uuid, name: z.string(), version: z.int(), family: z.string() }),
  event: z.object({ id: uuid, type: z.string(), occurredAt: instant.nullable() }),
  /** The caller's own ids, null where there is none. */
  conversation: z.string().nullable(),
  customer: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  outcome: z.enum(firingStates),
  reason: z.string().nullable(),
  trace: anything.nullable(),
  steps: z.array(firingStep),
  depth: z.int(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});

export type Firing = z.output<typeof firing>;
export type FiringStep = z.output<typeof firingStep>;

const moment = z.iso.datetime({ offset: true }).optional();
/** Filters of the log. `conversation` and `customer` take the caller's ids or uuids. */
export const firingQuery = sliceQuery.extend({
  rule: uuid.optional(),
  family: z.enum(firingFamilies).optional(),
  conversation: z.string().max(200).optional(),
  customer: z.string().max(200).optional(),
  /** In the customer's name or e-mail address, or the conversation's id. */
  search: z.string().max(200).optional(),
  event: z.string().max(100).optional(),
  outcome: z.enum(firingStates).optional(),
  from: moment,
  to: moment,
});
export type FiringQuery = z.output<typeof firingQuery>;
export const firingSlice = sliceOf(firing);

/** How a language model sorted a message: asked once for every message of a customer, where that is wanted. */
export const eventAnalysis = z.object({
  state: z.enum(['waiting', 'done', 'skipped', 'failed', 'cancelled']),
  attempt: z.int(),
  doneAt: instant.nullable(),
  /** `model`, `prompt`, `answer`, `tokens` and what was read of it: `sentiment`, `context`. */
  result: anything.nullable(),
  /** `code` as in the log, and `detail`. */
  error: anything.nullable(),
});
export type EventAnalysis = z.output<typeof eventAnalysis>;

export const storedEvent = z.object({
  id: uuid,
  extId: z.string().nullable(),
  type: z.string(),
  occurredAt: instant,
  receivedAt: instant,
  conversation: z.string().nullable(),
  customer: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  payload: anything,
  facts: anything.nullable(),
  firings: z.array(z.object({ id: uuid, rule: z.string(), outcome: z.enum(firingStates) })),
});
export type StoredEvent = z.output<typeof storedEvent>;
/** With how its message was sorted: of the message that came with it, or that the sorting was of. */
export const readEvent = storedEvent.extend({ analysis: eventAnalysis.nullable() });
export type ReadEvent = z.output<typeof readEvent>;
export const eventQuery = sliceQuery.extend({
  type: z.string().max(100).optional(),
  conversation: z.string().max(200).optional(),
});
export type EventQuery = z.output<typeof eventQuery>;
export const eventSlice = sliceOf(storedEvent);

/** Why a rule fired, or what stopped it: the first guard, else its conditions. */
export const explanation = z.object({
  rule: z.object({ id: uuid, name: z.string(), family: z.string(), version: z.int(), active: z.boolean() }),
  event: z.object({ id: uuid, type: z.string(), occurredAt: instant }),
  fired: z.boolean(),
  /** `other_event`, `inactive`, `channel`, `once`, `suspended`, `no_estimate`, `depth`, `too_old`, `not_evaluated`, `conditions`, `held_before`; null when it fired. */
  reason: z.string().nullable(),
  firing: uuid.nullable(),
  /** What is asked beside and around the conditions, in order; named by the reason it gives. Empty when it fired. */
  checks: z.array(z.object({ check: z.string(), passed: z.boolean() })),
  /** Judged by the rule as it stands now; null when the event kept no facts. */
  trace: anything.nullable(),
});
export type Explanation = z.output<typeof explanation>;
export const explainQuery = z.strictObject({ rule: uuid, event: uuid.optional() });

export const wouldFireInput = z.strictObject({
  trigger: z.looseObject({}),
  limit: z.int().min(1).max(200).default(200),
});
export const wouldFireResult = z.object({
  examined: z.int(),
  fires: z.int(),
  items: z.array(
    z.object({
      event: uuid,
      type: z.string(),
      occurredAt: instant,
      conversation: z.string().nullable(),
      customer: z.string().nullable(),
      fires: z.boolean(),
    }),
  ),
});
export type WouldFire = z.output<typeof wouldFireResult>;
