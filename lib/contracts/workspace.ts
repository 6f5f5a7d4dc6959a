/** What agents see and do in the workspace. Groups, channels and agents are named by key and come with their names. */
import * as z from 'zod';
import { agentStatus } from './agent';
import { attachment, attachmentIds } from './attachment';
import { firingStates } from './firing';
import { sliceOf, sliceQuery } from './list';
import { mailStates } from './mail';
import { ticketClass } from './status';
import { sentiment, ticketType } from './ticket';
import { instant, uuid } from './value';

/**
 * `mine`: assigned to me and not ended. `queue`: waiting, of my groups (admins and leads: of all). `unassigned`: open
 * tickets that nobody has. `open`: all open tickets. `ended`. `suspended`: requests of suspended customers, which stand
 * in no other list.
 */
export const workspaceViews = ['mine', 'queue', 'unassigned', 'open', 'ended', 'suspended'] as const;
export const workspaceView = z.enum(workspaceViews);

const named = z.object({ key: z.string(), name: z.string() });
const person = named.extend({ avatar: z.string().nullable() });

export const messageAuthor = z.object({
  kind: z.enum(['customer', 'agent', 'bot', 'automation', 'system']),
  /** Key of the agent or bot, id of the customer. */
  id: z.string().nullable(),
  name: z.string().nullable(),
  avatar: z.string().nullable(),
});

/** One row of a list. Also what the stream sends when a conversation has changed. */
export const workspaceRow = z.object({
  id: uuid,
  /** The caller's own id. */
  key: z.string(),
  number: z.int().nullable(),
  channel: named.extend({ kind: z.string() }),
  brand: named,
  group: named.nullable(),
  assignee: person.nullable(),
  phase: z.enum(['bot', 'details', 'requesting', 'queued', 'assigned', 'ended']),
  /** Key of the ticket's status. */
  status: z.string(),
  /** What else the ticket is filed under; inbox and integration by key. */
  ticket: z.object({
    class: ticketClass,
    type: ticketType,
    context: z.string().nullable(),
    sentiment: sentiment.nullable(),
    source: z.string().nullable(),
    integration: z.string().nullable(),
    allegroAccount: z.string().nullable(),
    inbox: z.string().nullable(),
    orders: z.array(z.string()),
  }),
  inactive: z.boolean(),
  suspendedTicket: z.boolean(),
  tags: z.array(z.string()),
  customer: z.object({
    /** The caller's own id. */
    id: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    anonymous: z.boolean(),
    suspended: z.enum(['messaging', 'all']).nullable(),
  }),
  /**
   * The last one that a person wrote and the customer can see, before the first the last automatic one; `text` is cut
   * after 160 characters.
   */
  lastMessage: z
    .object({
      seq: z.int(),
      author: messageAuthor,
      text: z.string(),
      attachments: z.int(),
      at: instant,
    })
    .nullable(),
  /** Customer's messages that I have not read; 100 means "100 or more". Always 0 for tokens. */
  unread: z.int(),
  /** While it waits: since when, its place in the group's queue (0: in none), and the group it overflowed from. */
  waiting: z.object({ since: instant, place: z.int(), overflowFrom: named.nullable() }).nullable(),
  /** Numbers of the last message and the last event: what a client compares to know whether it has everything. */
  messageSeq: z.int(),
  eventSeq: z.int(),
  /** Number of the last message that the customer has had on the screen. */
  customerReadSeq: z.int(),
  createdAt: instant,
  lastActivityAt: instant,
  endedAt: instant.nullable(),
});

const filter = z.string().min(1).max(80);

/**
 * Order: `queue` and `suspended` the longest waiting first, `mine` the last activity first, the others the newest
 * first. `search` looks into the customer's name and e-mail address, the ids and the ticket's number.
 */
export const workspaceListQuery = sliceQuery.extend({
  view: workspaceView.default('mine'),
  search: z.string().max(200).optional(),
  group: filter.optional(),
  channel: filter.optional(),
  tag: filter.optional(),
  assignee: filter.optional(),
  /** Key of a status of tickets. */
  status: filter.optional(),
});
export const workspaceSlice = sliceOf(workspaceRow);

/** How many stand in each list for me; at most 10,000 are counted, which then means "or more". */
export const workspaceCounts = z.object({
  mine: z.int(),
  /** Of mine, those with unread messages of customers. */
  unread: z.int(),
  queue: z.int(),
  unassigned: z.int(),
  open: z.int(),
  ended: z.int(),
  suspended: z.int(),
  /** Waiting since when, of the one that waits longest in my queue. */
  waitingSince: instant.nullable(),
  /** Waiting, by group; a group that is not named has none. */
  groups: z.array(z.object({ key: z.string().nullable(), name: z.string().nullable(), queue: z.int() })),
});

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

/** Who I am in the workspace. */
export const workspaceMe = z.object({
  /** Null: this user answers nobody (no agent). */
  agent: person.nullable(),
  groups: z.array(named),
  /** As it counts now: a status set in a browser that has been gone for a minute is `invisible`. */
  status: agentStatus,
  /** What was chosen last. */
  chosen: agentStatus,
  /** `api`: set through the API, it holds until changed; `browser`: needs presence at least once a minute. */
  presence: z.enum(['browser', 'api']),
  statusSince: instant.nullable(),
  capacity: z.int(),
  /** Conversations that take capacity. */
  load: z.int(),
  /** Whether waiting conversations come to free agents by themselves. */
  automaticAcceptance: z.boolean(),
  maySuspend: z.boolean(),
  /** Admins and leads: every group's conversations. */
  seesAll: z.boolean(),
});
export const statusInput = z.strictObject({ status: agentStatus });

export const colleagues = z.object({
  items: z.array(
    person.extend({
      status: agentStatus,
      statusSince: instant.nullable(),
      groups: z.array(z.string()),
      capacity: z.int(),
      load: z.int(),
      me: z.boolean(),
    }),
  ),
});

/** What was accepted; null when nothing waits for me. */
export const acceptedNext = z.object({ conversation: workspaceRow.nullable() });

/**
 * What the stream sends, as server-sent events: `event:` is `type`, `data:` the JSON of the whole. After a pause
 * (`hello` comes at every connection) lists are read again and the open thread by `after` and `afterEvent`.
 */
export const workspaceEvent = z.discriminatedUnion('type', [
  /** First of all, and after the server missed something: read the lists again. */
  z.object({ type: z.literal('hello'), counts: workspaceCounts, now: instant }),
  z.object({ type: z.literal('counts'), counts: workspaceCounts }),
  /** A conversation that I may see has changed; `entries` are its newest ones, to be merged by `seq` and `event`. */
  z.object({ type: z.literal('conversation'), row: workspaceRow, entries: z.array(threadEntry) }),
  /** A conversation that I could see is none of my business any longer. */
  z.object({ type: z.literal('gone'), id: uuid }),
  /** A new one waits in a queue of mine: for sound and notification. */
  z.object({ type: z.literal('request'), row: workspaceRow }),
  /** Somebody began or stopped typing; forgotten after 8 s without another one. */
  z.object({
    type: z.literal('typing'),
    conversation: uuid,
    kind: z.enum(['customer', 'agent']),
    name: z.string().nullable(),
    typing: z.boolean(),
  }),
  /** Status or load of somebody has changed: read the colleagues again. */
  z.object({ type: z.literal('colleagues') }),
  /** Every 15 s. Answer it with `POST /workspace/presence`: timers sleep in hidden tabs, this does not. */
  z.object({ type: z.literal('ping'), now: instant }),
]);

/** Polling twin of the stream. `conversation` is the open one, with what the client has of it. */
export const workspaceUpdatesQuery = z.strictObject({
  conversation: z.string().min(1).max(200).optional(),
  after: z.coerce.number().int().min(0).optional(),
  afterEvent: z.coerce.number().int().min(0).optional(),
});
export const workspaceUpdates = z.object({
  now: instant,
  counts: workspaceCounts,
  /** Changes whenever any list that I see has changed: then read it again. */
  stamp: z.string(),
  /** The open conversation; null when none was named or it is none of my business any longer. */
  conversation: z.object({ row: workspaceRow, thread, typing: workspaceConversation.shape.typing }).nullable(),
});

export type WorkspaceView = z.output<typeof workspaceView>;
export type WorkspaceRow = z.output<typeof workspaceRow>;
export type WorkspaceListQuery = z.output<typeof workspaceListQuery>;
export type WorkspaceSlice = z.output<typeof workspaceSlice>;
export type WorkspaceCounts = z.output<typeof workspaceCounts>;
export type MessageAuthor = z.output<typeof messageAuthor>;
export type ThreadMail = z.output<typeof threadMail>;
export type ThreadMails = z.output<typeof threadMails>;
export type ThreadMessage = z.output<typeof threadMessage>;
export type ThreadNote = z.output<typeof threadNote>;
export type ThreadLine = z.output<typeof threadLine>;
export type LineChange = z.output<typeof lineChange>;
export type ThreadEntry = z.output<typeof threadEntry>;
export type ThreadQuery = z.output<typeof threadQuery>;
export type Thread = z.output<typeof thread>;
export type WorkspaceCustomer = z.output<typeof workspaceCustomer>;
export type ConversationVerbs = z.output<typeof conversationVerbs>;
export type WorkspaceConversation = z.output<typeof workspaceConversation>;
export type ConversationFirings = z.output<typeof conversationFirings>;
export type NoteInput = z.input<typeof noteInput>;
export type WorkspaceMe = z.output<typeof workspaceMe>;
export type Colleagues = z.output<typeof colleagues>;
export type WorkspaceEvent = z.output<typeof workspaceEvent>;
export type WorkspaceUpdatesQuery = z.output<typeof workspaceUpdatesQuery>;
export type WorkspaceUpdates = z.output<typeof workspaceUpdates>;
