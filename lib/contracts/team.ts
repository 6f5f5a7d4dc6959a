import * as z from 'zod';
import { agentStatus } from './agent';
import { pageOf, pageQuery } from './list';
import { email, instant, keyOrId, language, name, role, timeZone, uuid } from './value';

/** At least 10 characters, no rules of composition; at most 200, since hashing is costly. */
export const password = z
  .string()
  .min(10)
  .max(200)
  .refine((text) => new Set(text.toLowerCase()).size >= 5, { params: { code: 'common_password' } });

const groups = z.array(keyOrId).max(200);

export const inviteInput = z.strictObject({
  email,
  name,
  role,
  groups: groups.optional(),
  maySuspend: z.boolean().optional(),
});

/** What is absent stays as it is. */
export const userChange = z.strictObject({
  name: name.optional(),
  role: role.optional(),
  groups: groups.optional(),
  maySuspend: z.boolean().optional(),
  /** The schedule with the hours in which this employee works. */
  schedule: keyOrId.nullable().optional(),
});

export const user = z.object({
  id: uuid,
  name: z.string(),
  email: z.string(),
  role,
  state: z.enum(['active', 'invited', 'deactivated']),
  maySuspend: z.boolean(),
  /** Key of the agent that the user answers as. */
  agent: z.string().nullable(),
  /** Of the agent, as it counts now: a status set in a browser that has been gone for a minute is `invisible`. */
  status: agentStatus.nullable(),
  groups: z.array(z.string()),
  /** Key of the schedule with the working hours. */
  schedule: z.string().nullable(),
  lastSignedInAt: instant.nullable(),
  createdAt: instant,
});

/** The link is shown this once; it is valid for seven days. */
export const invitation = z.object({ user, inviteUrl: z.string(), expiresAt: instant });

export const userPage = pageOf(user);
export const userQuery = pageQuery(['name', 'changed']).extend({
  state: z.enum(['active', 'invited', 'deactivated']).optional(),
  role: role.optional(),
});

export const acceptInvitationInput = z.strictObject({ token: z.string().min(1).max(200), name, password });

export const setUpInput = z.strictObject({
  /** Of the team. */
  accountName: name,
  language,
  timeZone,
  name,
  email,
  password,
});

export const credentials = z.strictObject({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(200),
});

export const passwordChange = z.strictObject({ currentPassword: z.string().min(1).max(200), newPassword: password });

/** The signed-in user, or token. */
export const me = z.object({
  kind: z.enum(['user', 'token', 'system']),
  id: z.string().nullable(),
  name: z.string(),
  email: z.string().nullable(),
  /** Signs in with a password, not through single sign-on alone. */
  password: z.boolean(),
  role,
  groups: z.array(z.string()),
  agent: z.string().nullable(),
  maySuspend: z.boolean(),
  language: language.nullable(),
  timeZone: z.string().nullable(),
  account: z.object({ id: uuid, name: z.string(), language, timeZone: z.string() }),
});

export const meChange = z.strictObject({
  name: name.optional(),
  language: language.nullable().optional(),
  timeZone: timeZone.nullable().optional(),
});

export type InviteInput = z.input<typeof inviteInput>;
export type UserChange = z.input<typeof userChange>;
export type User = z.output<typeof user>;
export type Invitation = z.output<typeof invitation>;
export type UserQuery = z.output<typeof userQuery>;
export type AcceptInvitationInput = z.input<typeof acceptInvitationInput>;
export type SetUpInput = z.input<typeof setUpInput>;
export type Credentials = z.output<typeof credentials>;
export type PasswordChange = z.input<typeof passwordChange>;
export type Me = z.output<typeof me>;
export type MeChange = z.input<typeof meChange>;
