import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/contracts/app-error';
import type { Role } from '@/lib/contracts/value';

const everyone: readonly Role[] = ['admin', 'lead', 'agent'];
const leads: readonly Role[] = ['admin', 'lead'];
const admins: readonly Role[] = ['admin'];

/** Who may do what; the only place that says so. */
const allowed = {
  'rules.read': everyone,
  'rules.write': leads,
  'schedules.read': everyone,
  'schedules.write': leads,
  'responses.write': leads,
  'bots.write': leads,
  'log.read': everyone,
  'log.retry': leads,
  'events.send': leads,
  'events.read': everyone,
  'conversations.read': everyone,
  'conversations.write': everyone,
  'replies.read': everyone,
  'replies.write': everyone,
  /** Canned replies that everybody has. */
  'replies.share': leads,
  'customers.read': everyone,
  'customers.write': everyone,
  'customers.merge': leads,
  /** Also agents with the permission of their own (`maySuspend`). */
  'customers.suspend': leads,
  'customers.export': admins,
  'customers.erase': admins,
  'organisation.read': everyone,
  'organisation.write': admins,
  'channels.write': admins,
  'changes.read': leads,
  'team.read': leads,
  'team.manage': admins,
  'tokens.manage': admins,
  'webhooks.manage': admins,
  /** Mails that went out to anybody, of every group. */
  'mails.read': admins,
  'settings.read': everyone,
  'settings.manage': admins,
} as const satisfies Record<string, readonly Role[]>;

export type Capability = keyof typeof allowed;

/** For showing or hiding; services call `permit`. */
export function may(actor: Pick<Actor, 'role' | 'maySuspend'>, capability: Capability): boolean {
  if (capability === 'customers.suspend' && actor.maySuspend) return true;
  const roles: readonly Role[] = allowed[capability];
  return roles.includes(actor.role);
}

/** First line of every service verb. @throws AppError `forbidden` */
export function permit(actor: Actor, capability: Capability): void {
  if (!may(actor, capability)) throw new AppError('forbidden', { capability, role: actor.role });
}

/** Whether a conversation is the actor's business: agents see those of their groups, of no group, and their own. */
export function maySeeConversation(
  { role, groups, agent }: Actor,
  { groupKey, assigneeKey }: { groupKey: string | null; assigneeKey: string | null },
): boolean {
  if (role !== 'agent' || groupKey === null || groups.includes(groupKey)) return true;
  return agent !== null && assigneeKey === agent.key;
}
