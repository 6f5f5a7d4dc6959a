import type { Queries } from '@/db/client';
import type { Use } from '@/lib/contracts/app-error';
import { rulesByReference } from '../rules/uses';

interface Naming extends Record<string, unknown> {
  schedule: string;
  kind: string;
  id: string;
  name: string;
}

/** What names each schedule of the account, by the schedule's key: rules, channels' responses, agents' working hours. */
export async function usesOfSchedules(tx: Queries, accountId: string): Promise<Map<string, Use[]>> {
  const uses = new Map<string, Use[]>();
  const add = (key: string, some: readonly Use[]) => uses.set(key, [...(uses.get(key) ?? []), ...some]);
  for (const { schedule, ...use } of await tx.query<Naming>(DIRECT, [accountId])) add(schedule, [use]);
  for (const [key, rules] of await rulesByReference(tx, accountId, 'schedule')) add(key, rules);
  return uses;
}

const DIRECT = `select settings->'responses'->>'schedule' as schedule, 'channel' as kind, key as id, name from channels
    where account_id = $1 and settings->'responses'->>'schedule' is not null
  union all select schedule_key, 'agent', key, name from agents where account_id = $1 and schedule_key is not null
  order by 2, 4`;
