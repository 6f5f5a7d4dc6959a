/** What keeps a workspace current: the stream, and its polling twin. */
import * as z from 'zod';
import { instant, uuid } from './value';
import { workspaceConversation } from './workspace-conversation';
import { workspaceCounts, workspaceRow } from './workspace-lists';
import { thread, threadEntry } from './workspace-thread';

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

export type WorkspaceEvent = z.output<typeof workspaceEvent>;
export type WorkspaceUpdatesQuery = z.output<typeof workspaceUpdatesQuery>;
export type WorkspaceUpdates = z.output<typeof workspaceUpdates>;
