/**
 * What the web widget and the server say to each other (`/api/widget/v1`). The widget imports types alone, so that no
 * schema weighs on its size. Times are ISO 8601 in UTC; `seq` numbers the messages of one conversation upwards, with
 * gaps where the customer may not see one.
 */
import * as z from 'zod';
import { attachment, attachmentIds } from './attachment';
import { instant, isUuid, language, oneLine, uuid } from './value';

/** Messages that a view carries; older ones come by `GET /messages?before=`. */
export const MESSAGES_PER_VIEW = 50;

/**
 * What a site's snippet names: the channel's uuid, which no other account can have. A key is understood too, as that of
 * the oldest account with a channel of this key.
 */
const channelKey = z.string().min(1).max(64);
/** Made by the widget, at random: the same request sent twice happens once. */
const clientId = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[\w-]+$/);
/** BCP 47, as `lang` attributes, browsers and JWTs hold it. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$/);
/** Five times what browsers allow in an address bar is nobody's page. */
const address = z.string().max(8_000);
const seq = z.int().min(0).max(2_147_483_647);
const seqIn = z.coerce.number().int().min(0).max(2_147_483_647);

export const widgetPage = z.strictObject({
  url: address,
  title: z.string().max(500).default(''),
  referrer: address.default(''),
});

const metadata = z
  .record(z.string().min(1).max(64), z.union([z.string().max(500), z.number(), z.boolean(), z.null()]))
  .refine((entries) => Object.keys(entries).length <= 30, { params: { code: 'too_many', maximum: 30 } });

/** Printable ASCII without spaces and quotes around one @; the widget checks by the same pattern. */
export const ASCII_EMAIL = /^[\x21-\x7e]+$/;
export const customerEmail = z
  .string()
  .trim()
  .min(1)
  .max(254)
  .refine((text) => ASCII_EMAIL.test(text), { params: { code: 'email_not_ascii' }, abort: true })
  .pipe(z.email());

export const detailField = z.enum(['name', 'email']);

// —— requests ——

export const configQuery = z.strictObject({
  channel: channelKey,
  /** `lang` of the page, and the browser's first language. */
  lang: languageTag.optional(),
  browser: languageTag.optional(),
});

export const sessionInput = z.strictObject({
  channel: channelKey,
  /** Of an earlier visit: resumes it. One that is unknown or has expired is no error; a new session begins. */
  token: z.string().max(200).optional(),
  jwt: z.string().max(8_192).optional(),
  /** `lang` of the page, or what `signalbox('language', …)` said. */
  language: languageTag.optional(),
  browserLanguage: languageTag.optional(),
  page: widgetPage,
});

export const identifyInput = z.strictObject({ jwt: z.string().min(1).max(8_192) });

export const pageInput = z.strictObject({
  url: address,
  title: z.string().max(500).default(''),
  referrer: address.default(''),
  language: languageTag.optional(),
  metadata: metadata.optional(),
});

export const widgetMessageInput = z
  .strictObject({
    id: clientId,
    text: z.string().max(8_000).default(''),
    attachments: attachmentIds.default([]),
    /** The quick reply that was chosen; its label is the text. */
    reply: z.string().min(1).max(64).optional(),
    /** The proactive message that this answers; it begins the conversation. */
    proactive: uuid.optional(),
  })
  .refine(({ text, attachments, reply }) => text.trim() !== '' || attachments.length > 0 || reply !== undefined, {
    path: ['text'],
    params: { code: 'required' },
  });

export const detailsInput = z.strictObject({
  id: clientId,
  name: oneLine(120).optional(),
  email: customerEmail.optional(),
});

export const typingInput = z.strictObject({ typing: z.boolean() });
export const readInput = z.strictObject({ seq });
export const olderQuery = z.strictObject({ before: seqIn });
/**
 * What the widget has: the number of the last message it shows and the conversation that it belongs to. Messages of
 * another conversation are sent from its beginning.
 */
export const updatesQuery = z.strictObject({
  after: seqIn.default(0),
  conversation: z
    .string()
    .refine(isUuid, { params: { code: 'not_valid' } })
    .optional(),
});
export const attachmentToken = z.strictObject({ token: z.string().min(1).max(200) });

// —— answers ——

/** `url` is a path of this server: add `?token=` with the session's token. */
export const widgetAttachment = attachment.extend({ url: z.string() });

export const widgetMessage = z.object({
  seq,
  /** `<conversation>/<seq>` */
  id: z.string(),
  /** The `id` it was sent with, on the customer's own messages. */
  clientId: z.string().optional(),
  author: z.object({
    kind: z.enum(['customer', 'agent', 'bot', 'automation', 'system']),
    name: z.string(),
    /** An emoji, or the address of an image. */
    avatar: z.string().optional(),
  }),
  text: z.string(),
  quickReplies: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
  attachments: z.array(widgetAttachment).optional(),
  at: instant,
});

export const widgetForm = z.object({
  fields: z.array(detailField),
  /** `details` is asked before an agent is called, `email` by a trigger's message. */
  purpose: z.enum(['details', 'email']),
});

export const widgetConversation = z.object({
  id: uuid,
  phase: z.enum(['bot', 'details', 'requesting', 'queued', 'assigned', 'ended']),
  agent: z.object({ name: z.string(), avatar: z.string().optional() }).nullable(),
  /** Place in the group's queue while waiting, from 1. */
  position: z.int().nullable(),
  /** Estimated minutes until an agent answers, while waiting and once there is anything to estimate by. */
  wait: z.object({ minMinutes: z.int(), maxMinutes: z.int() }).nullable(),
  /** What is asked for at the moment; answered by `POST /details`. */
  form: widgetForm.nullable(),
  messages: z.array(widgetMessage),
  /** Number of the last message, seen or not. */
  lastSeq: seq,
  /** Number of the last message that an agent had on the screen. */
  readSeq: seq,
  /** The same of the customer, in any tab or browser: what comes after it is unread. */
  seenSeq: seq,
  moreBefore: z.boolean(),
});

export const widgetConfig = z.object({
  channel: z.object({
    /** As the widget asked for it. */
    key: z.string(),
    /** The brand's public name. */
    name: z.string(),
    colour: z.string().nullable(),
    logo: z.string().nullable(),
    position: z.enum(['left', 'right']),
    language,
  }),
  /** Of the widget's own words. */
  language,
  response: z.object({
    mode: z.enum(['default', 'bot']),
    /** True without a schedule. */
    inHours: z.boolean(),
    /** Shown when the widget is opened without a conversation; in bot mode the bot's greeting. */
    firstMessage: z.string(),
    /** Choices below it; `POST /messages` takes them as `reply`, also to begin a conversation. */
    quickReplies: z.array(z.object({ id: z.string(), label: z.string() })),
    details: z.array(detailField),
    bot: z.object({ name: z.string(), avatar: z.string().nullable() }).nullable(),
  }),
  /** Whether the channel has proactive messages: only then the widget asks for them. */
  proactive: z.boolean(),
  now: instant,
});

export const widgetCustomer = z.object({
  id: uuid,
  name: z.string().nullable(),
  email: z.string().nullable(),
  identified: z.boolean(),
});

export const widgetSession = widgetConfig.extend({
  token: z.string(),
  /** Moves on with every use. */
  expiresAt: instant,
  customer: widgetCustomer,
  conversation: widgetConversation.nullable(),
  /** Why a `jwt` that came with the request was refused; the session stays anonymous then. */
  jwtError: z.string().nullable(),
});

export const identityAnswer = z.object({ customer: widgetCustomer, conversation: widgetConversation.nullable() });
export const conversationAnswer = z.object({ conversation: widgetConversation });
export const currentConversation = z.object({ conversation: widgetConversation.nullable() });
export const olderMessages = z.object({ messages: z.array(widgetMessage), moreBefore: z.boolean() });

/**
 * One event of the stream, and one entry of `GET /updates`. `conversation` carries the whole view without old messages
 * (those after the number that the widget has), `message` one message.
 */
export const widgetEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('conversation'), conversation: widgetConversation.nullable() }),
  z.object({ type: z.literal('message'), conversation: uuid, message: widgetMessage }),
  z.object({ type: z.literal('typing'), typing: z.boolean(), name: z.string() }),
]);
export const updatesAnswer = z.object({ events: z.array(widgetEvent) });

export type WidgetPage = z.input<typeof widgetPage>;
export type ConfigQuery = z.output<typeof configQuery>;
export type SessionInput = z.input<typeof sessionInput>;
export type PageInput = z.input<typeof pageInput>;
export type WidgetMessageInput = z.input<typeof widgetMessageInput>;
export type DetailsInput = z.input<typeof detailsInput>;
export type DetailField = z.output<typeof detailField>;
export type UpdatesQuery = z.output<typeof updatesQuery>;
export type WidgetAttachment = z.output<typeof widgetAttachment>;
export type WidgetMessage = z.output<typeof widgetMessage>;
export type WidgetForm = z.output<typeof widgetForm>;
export type WidgetConversation = z.output<typeof widgetConversation>;
export type WidgetConfig = z.output<typeof widgetConfig>;
export type WidgetCustomer = z.output<typeof widgetCustomer>;
export type WidgetSession = z.output<typeof widgetSession>;
export type WidgetEvent = z.output<typeof widgetEvent>;
