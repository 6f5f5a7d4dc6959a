import { agents } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { type Agent, type AgentInput, agentInput } from '@/lib/contracts/agent';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { chooseKey, resolveAll, resolveByKey } from '../find-by-key';
import { setGroupsOfAgent } from '../memberships';
import { permit } from '../permit';
import { healReferences } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { readAgent } from './read';

/** An agent without a user: of a helpdesk that speaks through the API. @throws AppError `forbidden`, `invalid` */
export async function createAgent(context: Context, input: AgentInput): Promise<Agent> {
  permit(context.actor, 'organisation.write');
  const { name, key: wanted, groups = [], schedule, ...rest } = parse(agentInput, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const id = uuidV7();
    const key = await chooseKey(tx, 'agents', accountId, { key: wanted, name });
    const members = await resolveAll(tx, 'groups', accountId, groups, 'groups');
    const hours = schedule ? await resolveByKey(tx, 'schedules', accountId, schedule, 'schedule') : undefined;
    const own = { accountId, id, key, name, scheduleKey: hours?.key, presence: 'api' as const };
    await tx.drizzle.insert(agents).values({ ...rest, ...own });
    await setGroupsOfAgent(
      tx,
      accountId,
      id,
      members.map((group) => group.id),
    );
    await healReferences(tx, accountId, 'agent', key);
    const agent = await readAgent(tx, accountId, id);
    await record(tx, context.actor, { kind: 'agent', id, name, verb: 'created', after: agent });
    return agent;
  });
}
