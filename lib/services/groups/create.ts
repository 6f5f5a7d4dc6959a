import { groups } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { type Group, type GroupInput, groupInput } from '@/lib/contracts/group';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { chooseKey, resolveAll } from '../find-by-key';
import { setAgentsOfGroup } from '../memberships';
import { permit } from '../permit';
import { healReferences } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { resolveOverflow } from './overflow';
import { readGroup } from './read';

/** @throws AppError `forbidden`, `invalid` (`key_taken`, `unknown_agent`, `unknown_group`) */
export async function createGroup(context: Context, input: GroupInput): Promise<Group> {
  permit(context.actor, 'organisation.write');
  const { name, key: wanted, agents = [], overflow = null } = parse(groupInput, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const id = uuidV7();
    const key = await chooseKey(tx, 'groups', accountId, { key: wanted, name });
    const members = await resolveAll(tx, 'agents', accountId, agents, 'agents');
    const overflowing = await resolveOverflow(tx, accountId, overflow, id);
    await tx.drizzle.insert(groups).values({ accountId, id, key, name, ...overflowing });
    await setAgentsOfGroup(
      tx,
      accountId,
      id,
      members.map((agent) => agent.id),
    );
    await healReferences(tx, accountId, 'group', key);
    const group = await readGroup(tx, accountId, id);
    await record(tx, context.actor, { kind: 'group', id, name, verb: 'created', after: group });
    return group;
  });
}
