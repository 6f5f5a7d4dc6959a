/** Tickets: conversations that humans have, with what they are filed under. Things are named by key and come with their names. */
import * as z from 'zod';
import { flag, sliceOf, sliceQuery } from './list';
import { ticketClass } from './status';
import { instant, instantIn, keyOrId, uuid } from './value';

export const ticketType = z.enum(['ordinary', 'return', 'opinion']);
export const ticketContext = z.enum([
  'order',
  'delivery',
  'return',
  'complaint',
  'invoice',
  'product_question',
  'other',
]);
export const sentiment = z.enum(['positive', 'neutral', 'negative']);

const named = z.object({ key: z.string(), name: z.string() });

export const ticket = z.object({
  id: uuid,
  /** The caller's own id. */
  key: z.string(),
  number: z.int(),
  subject: z.string().nullable(),
  status: named.extend({ class: ticketClass, colour: z.string() }),
  type: ticketType,
  context: z.string().nullable(),
  sentiment: sentiment.nullable(),
  channel: named.extend({ kind: z.string() }),
  source: z.string().nullable(),
  integration: named.nullable(),
  allegroAccount: z.string().nullable(),
  inbox: named.extend({ group: named.nullable() }).nullable(),
  group: named.nullable(),
  assignee: named.nullable(),
  customer: z.object({ id: z.string(), name: z.string().nullable(), email: z.string().nullable() }),
  tags: z.array(z.string()),
  /** Ids of linked orders. */
  orders: z.array(z.string()),
  createdBy: z.enum(['employee', 'customer']),
  phase: z.string(),
  /** Whether an agent wrote after the customer's last message. */
  response: z.enum(['replied', 'not_replied']),
  /** Not replied, in a status that wants an answer. */
  requiresResponse: z.boolean(),
  createdAt: instant,
  lastCustomerReplyAt: instant.nullable(),
  lastAgentReplyAt: instant.nullable(),
  lastActivityAt: instant,
  endedAt: instant.nullable(),
});

const text = (maximum: number) => z.string().min(1).max(maximum);
const one = keyOrId.optional();

/** `partial`: the search did not look into everything that the filters leave; narrow them to look further back. */
export const ticketSlice = sliceOf(ticket).extend({ partial: z.boolean() });
/**
 * Newest first unless sorted otherwise; by `customer_reply` only those that a customer has written in. `search`:
 * subject, ids, the customer's name and e-mail address in the newest 20,000 tickets that the filters leave; numbers,
 * whole ids and whole addresses in all of them.
 */
export const ticketQuery = sliceQuery.extend({
  search: z.string().max(200).optional(),
  sort: z.enum(['number', 'created', 'customer_reply']).optional(),
  order: z.enum(['asc', 'desc']).optional(),
  status: one,
  class: ticketClass.optional(),
  /** Statuses that stand in the inbox, or the others. */
  visible: flag.optional(),
  response: z.enum(['replied', 'not_replied']).optional(),
  requiresResponse: flag.optional(),
  type: ticketType.optional(),
  context: text(200).optional(),
  sentiment: sentiment.optional(),
  tag: text(80).optional(),
  /** `none`: nobody's. */
  assignee: one,
  /** `none`: in no inbox. */
  inbox: one,
  inboxGroup: one,
  group: one,
  channel: one,
  source: text(200).optional(),
  integration: one,
  allegroAccount: text(200).optional(),
  /** Of a linked order. */
  orderId: text(200).optional(),
  customer: text(200).optional(),
  createdBy: z.enum(['employee', 'customer']).optional(),
  /** When it was created. */
  from: instantIn.optional(),
  to: instantIn.optional(),
  /** When its customer last wrote. */
  repliedFrom: instantIn.optional(),
  repliedTo: instantIn.optional(),
});

/** What is absent stays as it is; null empties. */
export const ticketChange = z.strictObject({
  subject: z.string().max(1_000).nullable().optional(),
  status: keyOrId.optional(),
  type: ticketType.optional(),
  context: ticketContext.nullable().optional(),
  sentiment: sentiment.nullable().optional(),
  source: text(200).nullable().optional(),
  integration: keyOrId.nullable().optional(),
  allegroAccount: text(200).nullable().optional(),
  inbox: keyOrId.nullable().optional(),
  assignee: keyOrId.nullable().optional(),
  /** All of them, as `tags` too. */
  orders: z.array(text(200)).max(200).optional(),
  tags: z.array(text(80)).max(200).optional(),
});

/** The same change to several tickets; tags are added and taken away beside those that they have. */
export const ticketsChange = z.strictObject({
  /** Uuids or the callers' ids. */
  ids: z.array(z.string().min(1).max(200)).min(1).max(200),
  change: ticketChange.omit({ tags: true, orders: true, subject: true }).optional(),
  addTags: z.array(text(80)).max(30).optional(),
  removeTags: z.array(text(80)).max(30).optional(),
});
/** What was refused, and why: the reason of the conflict, else the code of the error. */
export const ticketsChanged = z.object({
  done: z.array(z.string()),
  failed: z.array(z.object({ id: z.string(), code: z.string() })),
});

export type Ticket = z.output<typeof ticket>;
export type TicketSlice = z.output<typeof ticketSlice>;
export type TicketQuery = z.output<typeof ticketQuery>;
export type TicketChange = z.input<typeof ticketChange>;
export type TicketsChange = z.input<typeof ticketsChange>;
export type TicketsChanged = z.output<typeof ticketsChanged>;
