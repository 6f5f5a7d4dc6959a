import * as z from 'zod';
import { pageOf, pageQuery } from './list';
import { email, instant, key, keyOrId, name, uuid } from './value';

export const agentStatus = z.enum(['online', 'away', 'invisible']);

export const agentInput = z.strictObject({
  name,
  key: key.optional(),
  email: email.nullable().optional(),
  /** Address of a picture, or an emoji. */
  avatar: z.string().max(500).nullable().optional(),
  /** Conversations at once. */
  capacity: z.int().min(1).max(100).optional(),
  groups: z.array(keyOrId).max(200).optional(),
  /** Key of the schedule with this employee's working hours. */
  schedule: keyOrId.nullable().optional(),
  active: z.boolean().optional(),
});

/** What is absent stays as it is. */
export const agentChange = agentInput.omit({ key: true }).partial();

export const agentStatusInput = z.strictObject({ status: agentStatus });

export const agent = z.object({
  id: uuid,
  key: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  avatar: z.string().nullable(),
  /** As it counts now: a status set in a browser that has been gone for a minute is `invisible`. */
  status: agentStatus,
  statusSince: instant.nullable(),
  capacity: z.int(),
  groups: z.array(z.string()),
  schedule: z.string().nullable(),
  /** The user who answers as this agent, if any. */
  user: uuid.nullable(),
  active: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
});

export const agentPage = pageOf(agent);
export const agentQuery = pageQuery(['name', 'changed']).extend({
  status: agentStatus.optional(),
  group: keyOrId.optional(),
});

export type AgentStatus = z.output<typeof agentStatus>;
export type AgentInput = z.input<typeof agentInput>;
export type AgentChange = z.input<typeof agentChange>;
export type Agent = z.output<typeof agent>;
export type AgentQuery = z.output<typeof agentQuery>;
