import * as z from 'zod';
import { agentStatus } from './agent';

/** Who is online, as the fields `account_status` and `group_status` of rules see it now. */
export const accountStatus = z.object({
  status: agentStatus,
  /** Active agents with that status, whether they are users or came through the API. */
  online: z.int(),
  away: z.int(),
  /** Those of them who are no active user, and so stand in no list of the team; by name, whoever is online first. */
  apart: z.array(z.object({ key: z.string(), name: z.string(), status: agentStatus })),
  /** Every group of the account. */
  groups: z.array(z.object({ key: z.string(), status: agentStatus })),
});

export type AccountStatus = z.output<typeof accountStatus>;
