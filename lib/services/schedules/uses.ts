import type { Queries } from '@/db/client';
import type { Use } from '@/lib/contracts/app-error';
import { referencesIn } from '@/lib/engine/references';
import type { Group } from '@/lib/engine/rule';

interface Naming extends Record<string, unknown> {
  schedule: string;
  kind: string;
  id: string;
  name: string;
}

/** What names each schedule of the account, by the schedule's key: rules, channels' responses, agents' working hours. */
export async function usesOfSchedules(tx: Queries, accountId: string): Promise<Map<string, Use[]>> {
  const uses = new Map<string, Use[]>();
  const add = (key: string, use: Use) => {
    const known = uses.get(key) ?? [];
    if (!known.some(({ kind, id }) => kind === use.kind && id === use.id)) uses.set(key, [...known, use]);
  };
  for (const { schedule, ...use } of await tx.query<Naming>(DIRECT, [accountId])) add(schedule, use);
  for (const { id, name, kind, when } of await tx.query<Use & { when: Group }>(RULES, [accountId])) {
    for (const reference of referencesIn(when))
      if (reference.kind === 'schedule') add(reference.key, { kind, id, name });
  }
  return uses;
}

const DIRECT = `select settings->'responses'->>'schedule' as schedule, 'channel' as kind, key as id, name from channels
    where account_id = $1 and settings->'responses'->>'schedule' is not null
  union all select schedule_key, 'agent', key, name from agents where account_id = $1 and schedule_key is not null
  union all select body->'send'->>'schedule', family, id::text, name from rules
    where account_id = $1 and deleted_at is null and body->'send'->>'schedule' is not null
  order by 2, 4`;

/** The text of the body narrows the search, the tree decides. */
const RULES = `select family as kind, id::text, name, body->'when' as when from rules
  where account_id = $1 and deleted_at is null and body::text like '%"schedule"%' and jsonb_typeof(body->'when') = 'object'
  order by lower(name)`;
