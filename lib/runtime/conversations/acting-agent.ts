import type { Actor } from '@/lib/auth/actor';
import { invalid } from '@/lib/contracts/app-error';

/** Key or uuid of the agent that acts: the one named, else the actor's own. @throws AppError `invalid` */
export function actingAgent(actor: Actor, named?: string): string {
  const agent = actor.role === 'agent' ? actor.agent?.key : (named ?? actor.agent?.key);
  if (agent === undefined) throw invalid('agent', 'required');
  return agent;
}
