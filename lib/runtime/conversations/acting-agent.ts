import type { Actor } from '@/lib/auth/actor';
import { invalid } from '@/lib/contracts/app-error';
import type { Context } from '@/lib/services/context';
import { findByKey } from '@/lib/services/find-by-key';

/** Key or uuid of the agent that acts: the one named, else the actor's own. @throws AppError `invalid` */
export function actingAgent(actor: Actor, named?: string): string {
  const agent = actor.role === 'agent' && actor.agent ? actor.agent.key : (named ?? actor.agent?.key);
  if (agent === undefined) throw invalid('agent', 'required');
  return agent;
}

/** The same with the name that customers read. @throws AppError `invalid` */
export async function actingAgentNamed({ db, actor }: Context, named?: string): Promise<{ key: string; name: string }> {
  const agent = actingAgent(actor, named);
  if (agent === actor.agent?.key) return { key: agent, name: actor.name };
  const found = await findByKey(db, 'agents', actor.accountId, agent);
  if (!found) throw invalid('agent', 'unknown_agent', { key: agent });
  return found;
}
