import * as z from 'zod';
import { attachment, attachmentIds } from './attachment';
import { flag, sliceOf, sliceQuery } from './list';
import { instant, uuid } from './value';

export const message = z.object({
  seq: z.int(),
  author: z.object({
    kind: z.enum(['customer', 'agent', 'bot', 'automation', 'system']),
    id: z.string().nullable(),
    name: z.string().nullable(),
  }),
  kind: z.string(),
  text: z.string(),
  meta: z.record(z.string(), z.unknown()).nullable(),
  attachments: z.array(attachment),
  /** The firing that wrote it, for automatic messages. */
  firing: uuid.nullable(),
  createdAt: instant,
});
export type Message = z.output<typeof message>;

export const conversation = z.object({
  id: uuid,
  /** The caller's own id. */
  key: z.string(),
  number: z.int().nullable(),
  channel: z.string(),
  brand: z.string(),
  group: z.string().nullable(),
  assignee: z.string().nullable(),
  phase: z.string(),
  status: z.string(),
  class: z.enum(['open', 'closed']),
  subject: z.string().nullable(),
  type: z.string(),
  context: z.string().nullable(),
  sentiment: z.string().nullable(),
  source: z.string().nullable(),
  integration: z.string().nullable(),
  allegroAccount: z.string().nullable(),
  inbox: z.string().nullable(),
  /** Ids of linked orders. */
  orders: z.array(z.string()),
  tags: z.array(z.string()),
  language: z.string().nullable(),
  customer: z.object({
    id: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    suspended: z.string().nullable(),
  }),
  queuedAt: instant.nullable(),
  createdAt: instant,
  lastActivityAt: instant,
  endedAt: instant.nullable(),
});
export type Conversation = z.output<typeof conversation>;

export const conversationQuery = sliceQuery.extend({
  phase: z.enum(['open', 'ended']).optional(),
  customer: z.string().max(200).optional(),
  search: z.string().max(200).optional(),
});
export type ConversationQuery = z.output<typeof conversationQuery>;
export const conversationSlice = sliceOf(conversation);
export const messageQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(200),
  /** With internal notes. */
  notes: flag.optional(),
});
export const messageSlice = z.object({ items: z.array(message), next: z.int().nullable() });
export const messageInput = z
  .strictObject({
    /** May be empty where files are sent. */
    text: z.string().max(8_000).default(''),
    clientId: z.string().min(1).max(100).optional(),
    /** Ids of files that were uploaded before. */
    attachments: attachmentIds.optional(),
    /** Who writes, for tokens, which are no agents. */
    agent: z.string().min(1).max(64).optional(),
  })
  .refine(({ text, attachments = [] }) => text.trim() !== '' || attachments.length > 0, {
    path: ['text'],
    params: { code: 'required' },
  });
export const transferInput = z.strictObject({ group: z.string().min(1).max(64) });
export const tagsInput = z.strictObject({
  add: z.array(z.string().min(1).max(80)).max(30).default([]),
  remove: z.array(z.string().min(1).max(80)).max(30).default([]),
});
