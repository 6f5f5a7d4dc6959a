import * as z from 'zod';
import { flag, pageOf, pageQuery } from './list';
import { instant, instantIn, oneLine, uuid } from './value';
import { customerEmail, languageTag } from './widget';

/** A word on a person; as conversations' tags. */
export const tag = oneLine(80);

export const suspensionScope = z.enum(['messaging', 'all']);

export const suspension = z.object({
  scope: suspensionScope,
  reason: z.string(),
  by: z.object({ kind: z.enum(['user', 'token', 'rule']), id: z.string().nullable(), name: z.string() }),
  at: instant,
});

export const customer = z.object({
  id: uuid,
  /** The caller's own id. */
  key: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  language: z.string().nullable(),
  /** Known by a browser session alone. */
  anonymous: z.boolean(),
  tags: z.array(z.string()),
  conversations: z.int(),
  /** The one in force. */
  suspension: suspension.nullable(),
  firstSeenAt: instant,
  lastSeenAt: instant,
});

export const customerDetail = customer.extend({
  /** By which the customer is recognised. */
  identities: z.array(
    z.object({ kind: z.enum(['external', 'email', 'session']), value: z.string(), createdAt: instant }),
  ),
  /** Earlier ones, newest first. */
  liftedSuspensions: z.array(suspension.extend({ liftedAt: instant, liftedBy: z.string().nullable() })),
  /** Earlier ended conversations in which an agent wrote. */
  previousConversations: z.int(),
  /** The flag that *Set triggered* sets. */
  triggered: z.boolean(),
});

export const customerPage = pageOf(customer);

export const customerQuery = pageQuery(['seen', 'name', 'created']).extend({
  kind: z.enum(['identified', 'anonymous']).optional(),
  suspended: flag.optional(),
  tag: z.string().max(80).optional(),
  seenAfter: instantIn.optional(),
  seenBefore: instantIn.optional(),
});

/** What is absent stays as it is; null empties. */
export const customerChange = z.strictObject({
  name: oneLine(200).nullable().optional(),
  email: customerEmail.nullable().optional(),
  language: languageTag.nullable().optional(),
  tags: z.array(tag).max(30).optional(),
});

/** A uuid or the caller's own id. */
const customerId = z.string().min(1).max(200);

export const mergeInput = z.strictObject({ into: customerId });

/** What a merge would do. */
export const mergePreview = z.object({
  from: customer,
  into: customer,
  moves: z.object({
    conversations: z.int(),
    messages: z.int(),
    attachments: z.int(),
    firings: z.int(),
    identities: z.int(),
    sessions: z.int(),
  }),
  /** What the other has not got and takes over. */
  fills: z.array(z.enum(['name', 'email', 'language'])),
  /** Tags that are new to the other. */
  tags: z.array(z.string()),
  /** A suspension that will hold for the other and does not now. */
  suspension: suspensionScope.nullable(),
});

/** Rows as they are stored, without the account's id. */
const rows = z.array(z.record(z.string(), z.unknown()));

/** Everything that is kept about one person. */
export const customerExport = z.object({
  format: z.literal('signalbox.customer/1'),
  exportedAt: instant,
  customer: customerDetail,
  /** Ids that lead to this customer since a merge. */
  merged: z.array(z.string()),
  sessions: rows,
  conversations: z.array(
    z.looseObject({ messages: rows, attachments: rows, events: rows, firings: rows, mails: rows }),
  ),
  /** Uploaded, and not sent in any message. */
  looseAttachments: rows,
  proactiveInteractions: rows,
  proactiveViews: rows,
  /** Webhooks that were told of messages and firings. */
  deliveries: rows,
  changes: rows,
});

export const erasureCounts = z.object({
  conversations: z.int(),
  messages: z.int(),
  attachments: z.int(),
  events: z.int(),
  firings: z.int(),
  mails: z.int(),
  identities: z.int(),
  sessions: z.int(),
});

/** What an erasure removes, and what it cannot. */
export const erasure = z.object({
  removes: erasureCounts,
  /** Rules whose text names the address or id: only people can change them. */
  rules: z.array(z.object({ id: uuid, family: z.string(), name: z.string() })),
  /** Conversations that are still running, and end. */
  running: z.int(),
});

export type CustomerExport = z.input<typeof customerExport>;
export type Erasure = z.output<typeof erasure>;
export type Suspension = z.output<typeof suspension>;
export type Customer = z.output<typeof customer>;
export type CustomerDetail = z.output<typeof customerDetail>;
export type CustomerQuery = z.output<typeof customerQuery>;
export type CustomerChange = z.input<typeof customerChange>;
export type MergePreview = z.output<typeof mergePreview>;
