/** One conversation as its agent sees it, and what can be done with it. */
import * as z from 'zod';
import { attachmentIds } from './attachment';
import { firingStates } from './firing';
import { instant, uuid } from './value';
import { named, workspaceRow } from './workspace-lists';
import { thread } from './workspace-thread';

export const workspaceCustomer = z.object({
  uuid,
  id: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  anonymous: z.boolean(),
  language: z.string().nullable(),
  identities: z.array(z.object({ kind: z.enum(['external', 'email', 'session']), value: z.string() })),
  tags: z.array(z.string()),
  previousConversations: z.int(),
  suspension: z
    .object({ scope: z.enum(['messaging', 'all']), reason: z.string(), by: z.string(), at: instant })
    .nullable(),
  firstSeenAt: instant,
  lastSeenAt: instant,
  /** Where the customer's browser is; `here` within the last minute. */
  page: z.object({ url: z.string(), title: z.string().nullable(), seenAt: instant, here: z.boolean() }).nullable(),
});

/** Whether a verb is possible now, else why not: as in the error of the verb, or `forbidden`, `no_agent`. */
const possibility = z.object({ allowed: z.boolean(), reason: z.string().nullable() });
export const conversationVerbs = z.object({
  accept: possibility,
  assign: possibility,
  reply: possibility,
  note: possibility,
  transfer: possibility,
  end: possibility,
  tags: possibility,
  /** Everything else that a ticket is filed under, its agent among it. */
  change: possibility,
  suspend: possibility,
});

export const workspaceConversation = workspaceRow.extend({
  language: z.string().nullable(),
  subject: z.string().nullable(),
  customer: workspaceCustomer.extend({ suspended: z.enum(['messaging', 'all']).nullable() }),
  /** Minutes until an agent's first reply, while it waits and there is an estimate. */
  wait: z.object({ min: z.int(), max: z.int() }).nullable(),
  /** The customer's other conversations that I may see, newest first, at most 10. */
  past: z.object({
    total: z.int(),
    items: z.array(
      z.object({
        id: uuid,
        key: z.string(),
        number: z.int().nullable(),
        channel: named,
        assignee: z.string().nullable(),
        phase: z.string(),
        excerpt: z.string(),
        createdAt: instant,
        endedAt: instant.nullable(),
      }),
    ),
  }),
  /** Number of the last message that I have read. */
  readSeq: z.int(),
  /** Who is typing at this moment. */
  typing: z.array(z.object({ kind: z.enum(['customer', 'agent']), name: z.string().nullable() })),
  verbs: conversationVerbs,
  thread,
});

/** Runs of rules in this conversation, newest first, at most 50. */
export const conversationFirings = z.object({
  total: z.int(),
  items: z.array(
    z.object({
      id: uuid,
      rule: z.object({ id: uuid, name: z.string(), family: z.string() }),
      event: z.object({ id: uuid, type: z.string() }),
      outcome: z.enum(firingStates),
      reason: z.string().nullable(),
      at: instant,
      finishedAt: instant.nullable(),
      /** Numbers of the messages that it wrote. */
      messages: z.array(z.int()),
      /** Until when it waits. */
      dueAt: instant.nullable(),
      steps: z.array(
        z.object({
          step: z.int(),
          action: z.string(),
          state: z.string(),
          error: z.string().nullable(),
          mayRetry: z.boolean(),
        }),
      ),
    }),
  ),
});

/** An internal note: never seen by the customer, nor by rules. */
export const noteInput = z.strictObject({
  text: z.string().trim().min(1).max(8_000),
  /** The sender's own id: sent twice, stored once. */
  clientId: z.string().min(1).max(100).optional(),
  attachments: attachmentIds.optional(),
  /** Who writes, for tokens, which are no agents. */
  agent: z.string().min(1).max(64).optional(),
});

/** The agent who gets it without the queue; absent: myself. */
export const assignInput = z.strictObject({ agent: z.string().min(1).max(64).optional() });

/** Everything up to this message has been read. */
export const readInput = z.strictObject({ seq: z.int().min(0) });

export const typingInput = z.strictObject({ typing: z.boolean() });

export type WorkspaceCustomer = z.output<typeof workspaceCustomer>;
export type ConversationVerbs = z.output<typeof conversationVerbs>;
export type WorkspaceConversation = z.output<typeof workspaceConversation>;
export type ConversationFirings = z.output<typeof conversationFirings>;
export type NoteInput = z.input<typeof noteInput>;
