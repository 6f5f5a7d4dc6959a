import * as z from 'zod';
import { instant, keyOrId, language, version } from './value';

/** Characters of one text. */
export const RESPONSE_TEXT_LENGTH = 2_000;

/** BCP 47, such as `fr` or `fr-CA`. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);

const text = z.string().trim().max(RESPONSE_TEXT_LENGTH);

/** `text` is in the channel's language and serves whoever has no variant. Empty: nothing is said. */
const responseText = z.strictObject({
  text,
  byLanguage: z
    .record(languageTag, text.min(1))
    .refine((variants) => Object.keys(variants).length <= 30, { params: { code: 'too_many', maximum: 30 } })
    .optional(),
});

/** Asked before the hand-over, each required once chosen. */
export const responseDetail = z.enum(['name', 'email']);

export const messagingResponse = z.strictObject({
  firstMessage: responseText,
  details: z.array(responseDetail).max(2),
  followUp: responseText,
});

/** What is absent stays as it is; null goes back to the default texts, to no schedule, to no bot. */
export const responsesChange = z.strictObject({
  schedule: keyOrId.nullable().optional(),
  during: messagingResponse.nullable().optional(),
  outside: messagingResponse.nullable().optional(),
  /** The bot that answers first; the responses are kept meanwhile. It must be published to the channel and active. */
  bot: keyOrId.nullable().optional(),
  version: version.optional(),
});

const named = z.object({ key: z.string(), name: z.string() });

const spoken = z.object({ text: z.string(), byLanguage: z.record(z.string(), z.string()).optional() });

export const responseBot = named.extend({
  avatar: z.string().nullable(),
  greeting: spoken,
  /** What it offers below the greeting. */
  choices: z.array(spoken),
  active: z.boolean(),
});

export const channelResponses = z.object({
  /** Key of the chosen schedule, also when it was deleted. */
  schedule: z.string().nullable(),
  /** The chosen schedule was deleted: the response during business hours holds at any time. Its name, if still known. */
  deletedSchedule: z.object({ key: z.string(), name: z.string().nullable() }).nullable(),
  during: messagingResponse,
  outside: messagingResponse,
  /** What `null` goes back to. */
  defaults: z.object({ during: messagingResponse, outside: messagingResponse }),
  /** Of the plain texts: the channel's, else the account's. */
  language,
  /** The bot that is switched on. One that is inactive or no longer published does not answer. */
  bot: responseBot.nullable(),
  /** Bots published to the channel. */
  bots: z.array(responseBot),
  /** What a customer meets at the moment of the answer. */
  now: z.object({
    uses: z.enum(['during', 'outside', 'bot']),
    /** Null without a schedule that exists. */
    inHours: z.boolean().nullable(),
    at: instant,
  }),
  /** Of the channel. */
  version: z.int(),
});

export type MessagingResponse = z.output<typeof messagingResponse>;
export type ResponseBot = z.output<typeof responseBot>;
export type ResponsesChange = z.input<typeof responsesChange>;
export type ChannelResponses = z.output<typeof channelResponses>;
