/** What the widget and the server say to each other about proactive messages. The widget imports types alone. */
import * as z from 'zod';
import { LIMITS } from '@/lib/engine/limits';
import { FREQUENCIES, WINDOWS } from '@/lib/engine/proactive/message';
import { fieldsFor } from '@/lib/engine/registry';
import { instant, uuid, version } from './value';

/** What only the server can know of a visit. */
const REFUSALS = ['paused', 'control', 'conversation', 'schedule', 'frequency', 'suspended'] as const;

/** The live messages of a channel in the order of their priority, and what the browser needs to choose among them. */
export const proactiveOffer = z.object({
  messages: z.array(
    z.object({
      id: uuid,
      version,
      on: z.object({ event: z.string(), seconds: z.int().optional() }),
      when: z.record(z.string(), z.unknown()),
      frequency: z.enum(FREQUENCIES),
      send: z.object({ when: z.enum(WINDOWS), schedule: z.string().optional() }),
      /** In the visitor's language. */
      text: z.string(),
      author: z.object({ kind: z.enum(['automation', 'bot']), name: z.string(), avatar: z.string().nullable() }),
    }),
  ),
  /** By key: whether business hours are on, and until when (null: for ever). */
  schedules: z.record(z.string(), z.object({ state: z.enum(['inside', 'outside']), until: instant.nullable() })),
  now: instant,
  /** Whether to tell what stopped each of them. */
  report: z.boolean(),
});

const visit = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/);

/** What a visitor did with a message. `visit` names the browser's visit, made by the widget. */
export const interactionInput = z.strictObject({
  id: uuid,
  kind: z.enum(['impression', 'open', 'dismissal']),
  visit,
  url: z.string().max(8_000).default(''),
});

/** The server has the last word: whether the message may be shown, and if not, what stops it. */
export const interactionAnswer = z.object({ allowed: z.boolean(), stopped: z.enum(REFUSALS).nullable() });

/** What became of one message on one page: shown, refused by the server, or the first thing that stopped it. */
const viewReason = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('shown') }),
  z.strictObject({ by: z.literal('server'), refusal: z.enum([...REFUSALS, 'unreachable']) }),
  z.strictObject({ by: z.enum(['conversation', 'page', 'screen']) }),
  z.strictObject({ by: z.literal('time'), seconds: z.int().min(1).max(3_600) }),
  z.strictObject({ by: z.literal('condition'), verdict: z.string().max(32) }),
  z.strictObject({ by: z.literal('schedule'), schedule: z.string().max(64), gone: z.boolean() }),
  z.strictObject({ by: z.literal('frequency'), frequency: z.enum(FREQUENCIES) }),
  z.strictObject({ by: z.literal('priority'), winner: uuid }),
]);

const factText = z.string().max(8_000);
const fact = z.union([factText, z.number(), z.boolean(), z.null(), z.record(z.string().max(64), factText)]);

/** One page of a visit: what the conditions were asked of, and what became of each message. */
const view = z.strictObject({
  id: uuid,
  /** How long ago the page was opened, in ms. */
  ago: z.int().min(0).max(86_400_000),
  url: z.string().max(8_000),
  /** How long it had been in sight. */
  seconds: z.int().min(0).max(86_400),
  /** By field; of those alone that a condition names. */
  facts: z.partialRecord(z.enum(fieldsFor('proactive').map(({ id }) => id)), fact),
  /** In the order of their priority. */
  candidates: z
    .array(z.strictObject({ id: uuid, version, reason: viewReason }))
    .min(1)
    .max(LIMITS.proactiveMessages),
});

export const viewsInput = z.strictObject({
  channel: z.string().min(1).max(64),
  visit,
  views: z.array(view).min(1).max(20),
});

export type ViewReason = z.output<typeof viewReason>;
export type ViewsInput = z.output<typeof viewsInput>;
export type ProactiveOffer = z.output<typeof proactiveOffer>;
export type InteractionInput = z.output<typeof interactionInput>;
export type InteractionAnswer = z.output<typeof interactionAnswer>;
