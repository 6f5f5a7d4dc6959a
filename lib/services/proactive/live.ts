import type { Queries } from '@/db/client';
import type { Broken } from '@/lib/contracts/trigger';
import type { Candidate, ProactiveBody } from '@/lib/engine/proactive/message';

export type LiveMessage = Candidate & { readonly name: string; readonly version: number; readonly body: ProactiveBody };

/** The live messages of a channel in the order of their priority. */
export async function liveMessages(db: Queries, accountId: string, channel: string): Promise<LiveMessage[]> {
  const rows = await db.query<{
    id: string;
    name: string;
    version: number;
    body: ProactiveBody;
    broken: Broken | null;
  }>(
    `select id, name, version, body, broken from rules
      where account_id = $1 and family = 'proactive' and active and deleted_at is null and broken is null and body->>'channel' = $2
      order by position, id`,
    [accountId, channel],
  );
  return rows.map(({ id, name, version, body }) => {
    const { on, when, frequency, send } = body;
    return { id, name, version, body, on, when, frequency, send };
  });
}
