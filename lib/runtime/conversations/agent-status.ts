import { AppError, notFound } from '@/lib/contracts/app-error';
import { isUuid } from '@/lib/contracts/value';
import type { AgentStatus } from '@/lib/engine/state/fact-state';
import type { Context } from '@/lib/services/context';
import { permit } from '@/lib/services/permit';
import { tellHints } from '../hints';
import type { IngestOptions } from '../ingest/ingest';
import { submitOne } from './command';

/**
 * Sets an agent's status. In a browser it decays 60 s after the browser was last seen; through the API it holds.
 * Agents set their own only. @throws AppError `not_found`, `forbidden`
 */
export async function setAgentStatus(
  { db, actor }: Context,
  idOrKey: string,
  { status, presence = 'api' }: { status: AgentStatus; presence?: 'browser' | 'api' },
  options: IngestOptions = {},
): Promise<void> {
  permit(actor, 'conversations.write');
  const [agent] = await db.query<{ key: string }>(
    'select key from agents where account_id = $1 and (key = $2 or id = $3::uuid) and active',
    [actor.accountId, idOrKey, isUuid(idOrKey) ? idOrKey : null],
  );
  if (!agent) throw notFound('agent', idOrKey);
  if (actor.role === 'agent' && actor.agent?.key !== agent.key) throw new AppError('forbidden');
  const event = { type: 'agent_status_changed', agent: agent.key, status, presence } as const;
  const nothing = { occurredAt: null, channel: undefined, conversation: null, customer: null };
  await submitOne(
    db,
    actor.accountId,
    { ...nothing, payload: { agent: agent.key, status }, what: { kind: 'agent', event } },
    options,
  );
}

/**
 * Tells that the agent's browser is still there. A status set in a browser counts for 60 s from then on; one that had
 * become invisible counts again.
 */
export async function touchPresence({ db, actor }: Context): Promise<void> {
  if (!actor.agent) return;
  const [agent] = await db.query<{ key: string; back: boolean }>(
    `update agents a set seen_at = clock_timestamp()
      from (select id, seen_at from agents where account_id = $1 and id = $2 for no key update) before
      where a.account_id = $1 and a.id = before.id and a.presence = 'browser'
      returning a.key, before.seen_at is null or before.seen_at < clock_timestamp() - interval '60 seconds' as back`,
    [actor.accountId, actor.agent.id],
  );
  if (agent?.back) tellHints(db, [{ account: actor.accountId, topic: 'agent', id: agent.key, seq: 0 }]);
}
