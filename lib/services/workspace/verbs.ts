import type { Actor } from '@/lib/auth/actor';
import type { ConversationVerbs, WorkspaceRow } from '@/lib/contracts/workspace';
import { isSuspendedOn } from '@/lib/engine/state/records';
import { type Capability, may } from '../permit';

type Possibility = ConversationVerbs['accept'];
const ALLOWED: Possibility = { allowed: true, reason: null };

/** What the actor may do with a conversation as it is, for showing or hiding; the verbs judge for themselves. */
export function verbsOf(actor: Actor, row: WorkspaceRow): ConversationVerbs {
  const { phase, customer, channel, assignee } = row;
  const ended = phase === 'ended' && 'conversation_ended';
  const suspended = isSuspendedOn(customer.suspended, channel.kind) && 'customer_suspended';
  const notWaiting = (phase === 'bot' || phase === 'details') && 'not_waiting';
  const somebodys = phase === 'assigned' && assignee !== null && 'already_assigned';
  const mine = assignee !== null && assignee.key === actor.agent?.key && 'already_assigned';
  const nobody = actor.agent === null && 'no_agent';
  const write = forbidden(actor, 'conversations.write');
  return {
    accept: first(write, nobody, ended, suspended, notWaiting, somebodys),
    assign: first(write, ended, suspended, phase === 'assigned' && mine),
    reply: first(write, nobody, ended, suspended),
    note: first(write, nobody),
    transfer: first(write, ended),
    end: first(write, ended),
    tags: first(write),
    change: first(write, row.number === null && 'no_ticket'),
    suspend: first(forbidden(actor, 'customers.suspend')),
  };
}

function forbidden(actor: Actor, capability: Capability): string | false {
  return !may(actor, capability) && 'forbidden';
}

function first(...reasons: readonly (string | false)[]): Possibility {
  const reason = reasons.find((each) => each !== false);
  return reason ? { allowed: false, reason } : ALLOWED;
}
