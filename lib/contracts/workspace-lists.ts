/** Lists of conversations in the workspace. Groups, channels and agents are named by key and come with their names. */
import * as z from 'zod';
import { sliceOf, sliceQuery } from './list';
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

export const named = z.object({ key: z.string(), name: z.string() });
export const person = named.extend({ avatar: z.string().nullable() });

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

export type WorkspaceView = z.output<typeof workspaceView>;
export type MessageAuthor = z.output<typeof messageAuthor>;
export type WorkspaceRow = z.output<typeof workspaceRow>;
export type WorkspaceListQuery = z.output<typeof workspaceListQuery>;
export type WorkspaceSlice = z.output<typeof workspaceSlice>;
export type WorkspaceCounts = z.output<typeof workspaceCounts>;
