import { AppError } from '@/lib/contracts/app-error';
import type { WorkspaceMe } from '@/lib/contracts/workspace';
import type { AgentStatus } from '@/lib/engine/state/fact-state';
import type { Context } from '@/lib/services/context';
import { getWorkspaceMe } from '@/lib/services/workspace/me';
import { setAgentStatus } from '../conversations/agent-status';
import type { IngestOptions } from '../ingest/ingest';

/**
 * Sets the actor's own status: by a user it needs a browser that stays, by a token it holds.
 * @throws AppError `conflict` (`no_agent`) for who is no agent
 */
export async function setOwnStatus(
  context: Context,
  { status }: { status: AgentStatus },
  options: IngestOptions = {},
): Promise<WorkspaceMe> {
  const { actor } = context;
  if (!actor.agent) throw new AppError('conflict', { reason: 'no_agent' });
  const presence = actor.kind === 'user' ? 'browser' : 'api';
  await setAgentStatus(context, actor.agent.key, { status, presence }, options);
  return getWorkspaceMe(context);
}
