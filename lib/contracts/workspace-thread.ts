/** What stands in a conversation: messages, notes, and lines about what happened. */
import * as z from 'zod';
import { attachment } from './attachment';
import { mailStates } from './mail';
import { instant, uuid } from './value';
import { messageAuthor, named } from './workspace-lists';

/** What a message that came by e-mail says besides its text. */
export const threadMail = z.object({
  /** What the sender quotes, and their signature. */
  quoted: z.string().nullable(),
  /** Who sent it, where that is not the customer's address. */
  from: z.string().nullable(),
  /** Files that were not kept, in bytes. */
  leftOut: z.array(z.object({ name: z.string(), size: z.number() })),
});

/** What became of messages that go out by e-mail, by their number. */
export const threadMails = z.object({
  items: z.array(
    z.object({
      message: z.int(),
      state: z.enum(['waiting', ...mailStates]),
      to: z.string().nullable(),
      /** Why it failed, and what the other server said. */
      reason: z.string().nullable(),
      detail: z.string().nullable(),
      /** Id of the mail, for who may read it. */
      mail: z.string().nullable(),
    }),
  ),
});

const entry = { at: instant };
export const threadMessage = z.object({
  kind: z.literal('message'),
  ...entry,
  seq: z.int(),
  clientId: z.string().nullable(),
  author: messageAuthor,
  /** `text`, `email_request`, `details_form`, `quick_replies` or `file`. */
  format: z.string(),
  text: z.string(),
  quickReplies: z.array(z.object({ id: z.string(), label: z.string() })),
  /** What the customer answered in a form (`details_form`). */
  details: z.object({ name: z.string().optional(), email: z.string().optional() }).nullable(),
  attachments: z.array(attachment),
  /** Of one that came by e-mail. */
  mail: threadMail.nullable(),
  /** The rule's run that wrote it. */
  firing: z.object({ id: uuid, rule: z.string() }).nullable(),
});
export const threadNote = z.object({
  kind: z.literal('note'),
  ...entry,
  seq: z.int(),
  clientId: z.string().nullable(),
  author: messageAuthor,
  text: z.string(),
  attachments: z.array(attachment),
});

const maybeNamed = named.nullable();
const what = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });
/** What happened, said by the interface in its own words. */
export const lineChange = z.discriminatedUnion('type', [
  what('requested', {}),
  what('queued', { group: maybeNamed, place: z.int().nullable() }),
  what('transferred', { from: maybeNamed, to: maybeNamed, overflow: z.boolean() }),
  /** `accept`, `auto` (automatic acceptance), else by assignment or by writing. */
  what('assigned', { from: maybeNamed, to: maybeNamed, via: z.enum(['accept', 'auto', 'assignment', 'reply']) }),
  what('unassigned', { from: maybeNamed }),
  what('tags', { added: z.array(z.string()), removed: z.array(z.string()) }),
  what('status', { from: named, to: named }),
  /** Inbox and integration by name, the others by the word that the API has for them. */
  what('filed', {
    field: z.enum(['type', 'context', 'sentiment', 'source', 'inbox', 'integration', 'subject']),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  what('orders', { added: z.array(z.string()), removed: z.array(z.string()) }),
  what('inactive', { capacityReleased: z.boolean() }),
  /** By an agent (`actor`), else `inactivity`, `suspension` or what the caller said. */
  what('ended', { by: z.string().nullable() }),
  /** A mail of ours did not arrive; `message` is the number of the message that it was. */
  what('mail_undelivered', {
    address: z.string(),
    message: z.int().nullable(),
    reason: z.string(),
    detail: z.string().nullable(),
  }),
]);
export const threadLine = z.object({
  kind: z.literal('line'),
  ...entry,
  /** Number of the event. Several lines of one event have the same. */
  event: z.int(),
  /** It stands after the message of this number. */
  after: z.int(),
  actor: z.object({ key: z.string().nullable(), name: z.string() }).nullable(),
  /** The rule's run that caused it. */
  firing: z.object({ id: uuid, rule: z.string() }).nullable(),
  change: lineChange,
});
export const threadEntry = z.discriminatedUnion('kind', [threadMessage, threadNote, threadLine]);

/**
 * Without numbers: the last `limit` messages. `before`: those before that message. `after` and `afterEvent` (what a
 * client has): everything that came since, oldest first; `more` then says that the call is to be repeated.
 */
export const threadQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional(),
  after: z.coerce.number().int().min(0).optional(),
  afterEvent: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** Oldest first. `messageSeq` and `eventSeq` are the conversation's, as read with the entries. */
export const thread = z.object({
  entries: z.array(threadEntry),
  more: z.boolean(),
  messageSeq: z.int(),
  eventSeq: z.int(),
});

export type ThreadMail = z.output<typeof threadMail>;
export type ThreadMails = z.output<typeof threadMails>;
export type ThreadMessage = z.output<typeof threadMessage>;
export type ThreadNote = z.output<typeof threadNote>;
export type LineChange = z.output<typeof lineChange>;
export type ThreadLine = z.output<typeof threadLine>;
export type ThreadEntry = z.output<typeof threadEntry>;
export type ThreadQuery = z.output<typeof threadQuery>;
export type Thread = z.output<typeof thread>;
