/** Who answers: the caller and the colleagues. */
import * as z from 'zod';
import { agentStatus } from './agent';
import { instant } from './value';
import { named, person, workspaceRow } from './workspace-lists';

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

export type WorkspaceMe = z.output<typeof workspaceMe>;
export type Colleagues = z.output<typeof colleagues>;
