/** What the widget and the server say to each other about proactive messages. The widget imports types alone. */
import * as z from 'zod';
import { FREQUENCIES, WINDOWS } from '@/lib/engine/proactive/message';
import { instant, uuid } from './value';

/** The live messages of a channel in the order of their priority, and what the browser needs to choose among them. */
export const proactiveOffer = z.object({
  messages: z.array(
    z.object({
      id: uuid,
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
});

/** What a visitor did with a message. `visit` names the browser's visit, made by the widget. */
export const interactionInput = z.strictObject({
  id: uuid,
  kind: z.enum(['impression', 'open', 'dismissal']),
  visit: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[\w-]+$/),
  url: z.string().max(8_000).default(''),
});

/** The server has the last word: whether the message may be shown, and if not, what stops it. */
export const interactionAnswer = z.object({
  allowed: z.boolean(),
  stopped: z.enum(['paused', 'control', 'conversation', 'schedule', 'frequency', 'suspended']).nullable(),
});

export type ProactiveOffer = z.output<typeof proactiveOffer>;
export type InteractionInput = z.output<typeof interactionInput>;
export type InteractionAnswer = z.output<typeof interactionAnswer>;
