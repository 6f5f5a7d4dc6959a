/**
 * The events of `POST /events`, as `spec/api.md` lists them. Each event is judged alone, so that one bad event spoils
 * no other. Texts that PostgreSQL's jsonb refuses (U+0000, lone surrogates) are errors here.
 */
import * as z from 'zod';

export const EVENTS_PER_REQUEST = 500;

const LENGTHS = {
  id: 200,
  key: 200,
  name: 200,
  email: 320,
  text: 20_000,
  subject: 1_000,
  tag: 80,
  language: 35,
} as const;

const text = (max: number, min = 1) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine((value) => !value.includes('\u0000') && value.isWellFormed(), { params: { code: 'invalid_text' } });

const id = text(LENGTHS.id);
const key = text(LENGTHS.key);
const nothingOr = <T extends z.ZodType>(schema: T) => schema.nullable().optional();
const list = (item: z.ZodType<string>, max: number) => z.array(item).max(max);
const tags = list(text(LENGTHS.tag), 200);

const conversation = z.strictObject({
  id,
  group: key.optional(),
  brand: key.optional(),
  tags: tags.optional(),
  language: text(LENGTHS.language).optional(),
});
const inGroup = z.strictObject({ ...conversation.shape, group: key });
const customer = z.strictObject({
  id,
  name: text(LENGTHS.name, 0).optional(),
  email: text(LENGTHS.email).optional(),
  language: text(LENGTHS.language).optional(),
});
const message = z.strictObject({
  id,
  text: text(LENGTHS.text, 0),
  sender: z.strictObject({ type: z.enum(['customer', 'agent']), name: text(LENGTHS.name, 0).optional() }),
  /** Written by an automatic responder (RFC 3834): workflows do not answer it. */
  automatic: z.boolean().optional(),
});
const askingMessage = z.strictObject({
  ...message.shape,
  id: id.optional(),
  sender: message.shape.sender.default({ type: 'customer' }),
});
const ticket = z.strictObject({
  subject: nothingOr(text(LENGTHS.subject, 0)),
  status: key.optional(),
  type: z.enum(['ordinary', 'return', 'opinion']).optional(),
  context: nothingOr(text(LENGTHS.key)),
  sentiment: nothingOr(z.enum(['positive', 'neutral', 'negative'])),
  source: nothingOr(text(LENGTHS.key)),
  integration: nothingOr(key),
  allegroAccount: nothingOr(text(LENGTHS.key)),
  inbox: nothingOr(key),
  orders: list(id, 200).optional(),
  tags: tags.optional(),
  assignee: nothingOr(key),
  createdBy: nothingOr(z.enum(['employee', 'customer'])),
});

const moment = z.iso.datetime({ offset: true }).transform((value) => new Date(value));
const about = { id, occurredAt: moment, channel: key.optional(), customer: customer.optional(), conversation };
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ ...about, type: z.literal(type), ...shape });

export const eventSchema = z.discriminatedUnion('type', [
  event('conversation_requested', { customer, message: askingMessage.optional() }),
  event('message_sent', { message, agent: key.optional() }),
  event('conversation_queued', { reason: z.enum(['first', 'transfer', 'overflow']).optional() }),
  event('conversation_assigned', { agent: key, via: z.enum(['accept', 'auto']).optional() }),
  event('conversation_transferred', { conversation: inGroup, agent: key.optional() }),
  event('conversation_ended', { by: text(LENGTHS.name).optional() }),
  event('ticket_created', { ticket }),
  event('ticket_updated', { ticket }),
  event('return_created', { ticket: ticket.optional(), order: id.optional() }).refine(
    (value) => value.order !== undefined || value.ticket?.orders !== undefined,
    { path: ['order'], params: { code: 'required' } },
  ),
  z.strictObject({
    id,
    occurredAt: moment,
    type: z.literal('agent_status_changed'),
    agent: key,
    status: z.enum(['online', 'away', 'invisible']),
  }),
]);

export type EventBody = z.infer<typeof eventSchema>;

/** The body of `POST /events`; the events in it are judged one by one. */
export const eventBatchSchema = z.strictObject({ events: z.array(z.unknown()).min(1) });

const parameter = z.union([z.string(), z.number(), z.boolean()]);
const issue = z.object({ path: z.string(), code: z.string(), params: z.record(z.string(), parameter).optional() });

/** What became of one event. `id` is null when the event had none that could be read. */
export const eventResultSchema = z.object({
  id: z.string().nullable(),
  status: z.enum(['accepted', 'duplicate', 'rejected']),
  firings: z.array(z.object({ rule: z.string(), firing: z.string() })).optional(),
  errors: z.array(issue).optional(),
  /** Of what was accepted all the same: `integration_inactive`. */
  warnings: z.array(issue).optional(),
});

export type EventIssue = z.infer<typeof issue>;
export type EventResult = z.infer<typeof eventResultSchema>;
